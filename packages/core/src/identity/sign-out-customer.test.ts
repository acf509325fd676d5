import { auditEntries } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { findSession } from "../accounts/index.ts";
import { anAdmin, as, createCustomer, createPerson, createPlacedOrder, makeContext, outsiders, type TestContext } from "../testing/index.ts";
import { signInShopper, signOutCustomer } from "./index.ts";

const database = useDatabase();
let system: TestContext;
let admin: TestContext;
beforeEach(() => {
  system = makeContext(database.db);
  admin = as(system, anAdmin());
});

describe("signing a customer out", () => {
  it("ends all of their sessions and nobody else's, and is in the audit log", async () => {
    const { accountId, email, password } = await createCustomer(system);
    const other = await createCustomer(system);
    const [first, second, others] = [await signInShopper(system, { email, password }), await signInShopper(system, { email, password }), await signInShopper(system, other)];
    expect(await signOutCustomer(admin, { customer: email })).toEqual({ ended: 2 });
    for (const { token } of [first, second]) expect(await findSession(database.db, token)).toBeNull();
    expect(await findSession(database.db, others.token)).not.toBeNull();
    const [entry] = await database.db.select().from(auditEntries).where(and(eq(auditEntries.subject, accountId), eq(auditEntries.action, "customer.sign_out")));
    expect(entry).toMatchObject({ actor: "staff:acc_admin", after: '{"ended":2}' });
    expect(await signOutCustomer(admin, { customer: accountId })).toEqual({ ended: 0 });
  });

  it("knows neither guests nor staff", async () => {
    const { email } = await createPerson(system, "staff");
    await createPlacedOrder(system);
    for (const customer of [email, "nobody@example.com"]) await expect(signOutCustomer(admin, { customer })).rejects.toMatchObject({ reason: "customer.not_found" });
  });

  it.each(outsiders)("refuses %s", async (_, actor) => {
    await expect(signOutCustomer(as(system, actor()), { customer: "acc_1" })).rejects.toMatchObject({ reason: expect.stringMatching(/^access\./) });
  });
});
