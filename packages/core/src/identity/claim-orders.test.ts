import { orders } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { confirmEmailChange, issueAccountToken, requestEmailChange, signUp } from "../accounts/index.ts";
import { checkOrder, getMyOrder, getOrder, listMyOrders } from "../orders/index.ts";
import { aCustomer, aGuest, aPassword, anAdmin, as, createCustomer, createPlacedOrder, expectPromises, makeContext, type TestContext } from "../testing/index.ts";
import { signInShopper, verifyShopperEmail } from "./index.ts";

const database = useDatabase();
let system: TestContext;
let guest: TestContext;
beforeEach(() => {
  system = makeContext(database.db);
  guest = as(system, { ...aGuest(), cartToken: null });
});

/** Placed without an account, by whoever reads the mail of this address. */
async function guestOrder(email: string): Promise<string> {
  const { orderId } = await createPlacedOrder(system);
  await database.db.update(orders).set({ email }).where(eq(orders.id, orderId));
  return orderId;
}

const newEmail = () => `${crypto.randomUUID()}@example.com`;
const ownerOf = async (id: string) => (await database.db.select({ accountId: orders.accountId }).from(orders).where(eq(orders.id, id)))[0]?.accountId;

describe("orders placed as a guest", () => {
  it("become the account's once the address is confirmed, and not before", async () => {
    const email = newEmail();
    const orderId = await guestOrder(email);
    const elsewhere = await guestOrder(newEmail());
    await signUp(guest, { email, name: "Robin", password: aPassword, wantsNewsletter: false });
    await signInShopper(guest, { email, password: aPassword }).catch(() => {});
    expect(await ownerOf(orderId)).toBeNull();
    const [event] = await database.db.query.outboxEvents.findMany({ where: (t, { eq }) => eq(t.type, "account.verification_requested"), orderBy: (t, { desc }) => desc(t.seq), limit: 1 });
    const mail = await issueAccountToken(system, { accountId: event!.subject, kind: "verify_email" });
    const { account } = await verifyShopperEmail(guest, { token: mail!.token, password: aPassword });
    const customer = as(system, aCustomer(account.id));
    expect(await ownerOf(orderId)).toBe(account.id);
    expect((await listMyOrders(customer, { limit: 10 })).items.map(({ id }) => id)).toEqual([orderId]);
    expect(await getMyOrder(customer, { order: orderId })).toMatchObject({ id: orderId });
    expect(await ownerOf(elsewhere)).toBeNull();
    const admin = as(system, anAdmin());
    expect((await getOrder(admin, { order: orderId })).events.at(-1)).toMatchObject({ type: "claimed", payload: { accountId: account.id } });
    expect((await checkOrder(admin, { order: orderId })).differences).toEqual([]);
    await expectPromises(system);
  });

  it("are claimed at the next sign-in, once, and never taken from another account", async () => {
    const { accountId, email, password } = await createCustomer(system);
    const orderId = await guestOrder(email);
    const other = await createCustomer(system);
    const theirs = await guestOrder(email);
    await database.db.update(orders).set({ accountId: other.accountId }).where(eq(orders.id, theirs));
    await Promise.all([signInShopper(guest, { email, password }), signInShopper(guest, { email, password })]);
    expect([await ownerOf(orderId), await ownerOf(theirs)]).toEqual([accountId, other.accountId]);
    const { events } = await getOrder(as(system, anAdmin()), { order: orderId });
    expect(events.filter(({ type }) => type === "claimed")).toHaveLength(1);
  });

  it("of a new address are claimed after it was confirmed", async () => {
    const { accountId, customer, password } = await createCustomer(system);
    const email = newEmail();
    const orderId = await guestOrder(email);
    await requestEmailChange(customer, { email, password });
    const mail = await issueAccountToken(system, { accountId, kind: "change_email" });
    await confirmEmailChange(guest, { token: mail!.token });
    await signInShopper(guest, { email, password });
    expect(await ownerOf(orderId)).toBe(accountId);
  });
});
