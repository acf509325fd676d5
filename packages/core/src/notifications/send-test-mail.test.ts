import { auditEntries } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { anAdmin, as, makeContext, memoryMailer, outsiders, type MemoryMailer, type TestContext } from "../testing/index.ts";
import { sendTestMail } from "./index.ts";

const database = useDatabase();
let mailer: MemoryMailer;
let admin: TestContext;
const to = "robin@example.com";

beforeEach(() => {
  mailer = memoryMailer();
  admin = as(makeContext(database.db, { ports: { mailer }, shop: { name: "Larkfield" } }), anAdmin());
});

describe("a test mail", () => {
  it("is sent at once, and is in the audit log without the address", async () => {
    expect(await sendTestMail(admin, { to })).toEqual({ sentTo: to, by: "smtp" });
    expect(mailer.sent).toMatchObject([{ to, subject: "A test mail from Larkfield", template: "test" }]);
    const [entry] = await admin.db.select().from(auditEntries).where(eq(auditEntries.action, "mail.test"));
    expect(entry).toMatchObject({ actor: "staff:acc_admin", subject: "shop", after: '{"status":"sent"}' });
  });

  it("is sent once a key, and again without one", async () => {
    await sendTestMail(admin, { to, idempotencyKey: "the same key" });
    await sendTestMail({ ...admin, idempotencyKey: "the same key" }, { to });
    expect(mailer.sent).toHaveLength(1);
    await expect(sendTestMail(admin, { to: "kim@example.com", idempotencyKey: "the same key" })).rejects.toMatchObject({ code: "conflict", reason: "idempotency.key_reused" });
    await sendTestMail(admin, { to });
    await sendTestMail(admin, { to });
    expect(mailer.sent).toHaveLength(3);
    expect(mailer.sent.every(({ key }) => /^test-[0-9a-z_]+$/.test(key))).toBe(true);
  });

  it("says what keeps it from being sent", async () => {
    mailer.outcome = { status: "refused", code: 550 };
    await expect(sendTestMail(admin, { to })).rejects.toMatchObject({ code: "invalid", reason: "mail.refused", details: { field: "to", code: 550 } });
    mailer.isReachable = false;
    await expect(sendTestMail(admin, { to })).rejects.toMatchObject({ code: "unavailable", reason: "mail.unreachable" });
    mailer.kind = "off";
    await expect(sendTestMail(admin, { to })).rejects.toMatchObject({ code: "conflict", reason: "mail.off" });
  });

  it.each(outsiders)("refuses %s", async (_, actor) => {
    await expect(sendTestMail(as(admin, actor()), { to })).rejects.toMatchObject({ reason: expect.stringMatching(/^access\./) });
    expect(mailer.sent).toEqual([]);
  });
});
