import type { Mail } from "@cartwright/core/notifications";
import { mailboxMessages } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { describe, expect, it } from "vitest";
import { findKeptMail, listKeptMails, mailboxMailer } from "./mailbox.ts";

const database = useDatabase();
const aMail = (key: string): Mail => ({ to: "robin@example.com", from: { name: "", address: "shop@shop.example" }, subject: "Hello", text: "Hello", html: "<p>Hello</p>", template: "test", key });

describe("the development mailbox", () => {
  it("keeps what would have been sent, once a key, and the last 500", async () => {
    const mailer = mailboxMailer(database.db, { from: { name: null, address: "shop@localhost" }, shopUrl: "http://localhost:3000" });
    const old = Array.from({ length: 500 }, (_, i) => ({ id: `old_${i}`, template: "test", recipient: "robin@example.com", subject: "Old", text: "", html: "", sentAt: new Date(1_700_000_000_000 + i) }));
    await database.db.insert(mailboxMessages).values(old);
    expect(await mailer.send(aMail("evt_1"))).toEqual({ status: "sent" });
    await mailer.send(aMail("evt_1"));
    await mailer.send(aMail("evt_2"));
    const kept = await listKeptMails(database.db);
    expect(kept).toHaveLength(500);
    expect(kept.slice(0, 3).map(({ id }) => id)).toEqual(["evt_2", "evt_1", "old_499"]);
    expect(kept.at(-1)?.id).toBe("old_2");
    expect(await findKeptMail(database.db, "evt_1")).toMatchObject({ recipient: "robin@example.com", html: "<p>Hello</p>" });
    expect(await findKeptMail(database.db, "old_0")).toBeNull();
  });
});
