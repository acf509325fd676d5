import { accounts, auditEntries, cartLines, carts, couponCustomers, idempotencyKeys, mailboxMessages, orders, reservations, schema } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { and, eq, getTableName, is, isNull, Table } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { createAddress, findSession, requestPasswordReset, updatePreferences } from "../accounts/index.ts";
import { addCartLine, applyCoupon, getCart } from "../cart/index.ts";
import { holdCheckout, placeOrder, updateCheckout } from "../checkout/index.ts";
import { checkOrder, deliverOrder, getOrder, getOrderByToken, refundOrder, shipOrder } from "../orders/index.ts";
import { approveReturn, receiveReturn, requestReturn } from "../returns/index.ts";
import {
  aCustomer,
  aGuest,
  anAddress,
  anAdmin,
  as,
  createCouponOf,
  createCustomer,
  createPlacedOrder,
  createSellable,
  expectPromises,
  makeContext,
  outsiders,
  placeInput,
  readyCheckout,
  type TestContext,
} from "../testing/index.ts";
import { eraseCustomer, eraseMe, exportCustomer, exportMyData, getCustomer, listCustomers, signInShopper } from "./index.ts";

const database = useDatabase();
let system: TestContext;
let admin: TestContext;
beforeEach(() => {
  system = makeContext(database.db);
  admin = as(system, anAdmin());
});

/** An order that is over. */
async function delivered(given: Parameters<typeof createPlacedOrder>[1] = {}) {
  const placed = await createPlacedOrder(system, given);
  await shipOrder(admin, { order: placed.order, carrier: "DHL", trackingNumber: "00340434161094" });
  await deliverOrder(admin, { order: placed.order });
  return placed;
}

/** Every row of every table, as text. */
async function everything(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const table of Object.values(schema)) {
    if (!is(table, Table)) continue;
    const rows = await database.db.select().from(table);
    found.set(getTableName(table), JSON.stringify(rows, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)));
  }
  return found;
}

async function tablesWith(word: string): Promise<string[]> {
  return [...(await everything())].filter(([, text]) => text.toLowerCase().includes(word.toLowerCase())).map(([name]) => name);
}

describe("forgetting somebody", () => {
  it("happens once, whoever asks for it at the same time, and never to who was made staff meanwhile", async () => {
    const { accountId, customer, password } = await createCustomer(system);
    const asked = await Promise.allSettled([eraseMe(customer, { password }), eraseCustomer(admin, { customer: accountId }), eraseMe(customer, { password })]);
    expect(asked.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected", "rejected"]);
    const promoted = await createCustomer(system, { name: "Sam Reed" });
    const erasing = eraseMe(promoted.customer, { password: promoted.password });
    await database.db.update(accounts).set({ role: "staff" }).where(eq(accounts.id, promoted.accountId));
    await expect(erasing).rejects.toMatchObject({ reason: expect.stringMatching(/^(customer\.not_found|accounts\.is_staff)$/) });
  });

  it("leaves nothing of them anywhere, and of their orders what the books need", async () => {
    const email = "robin@example.com";
    const { accountId, customer, password } = await createCustomer(system, { email, name: "Robin Hale" });
    const { token } = await signInShopper(customer, { email, password });
    await createAddress(customer, { address: anAddress, isDefaultShipping: true, isDefaultBilling: true, idempotencyKey: crypto.randomUUID() });
    await updatePreferences(customer, { wantsNewsletter: true, language: "de" });
    const { code } = await createCouponOf(system, { usageLimitPerCustomer: 5 });
    const { variantId } = await createSellable(system);
    await addCartLine(customer, { variantId, quantity: 1 });
    await applyCoupon(customer, { code });
    const placed = await delivered({ buyer: customer.actor });
    const asGuest = await delivered();
    const lines = [{ lineId: placed.lineIds[0]!, quantity: 1 }];
    const { id: back } = await requestReturn(customer, { access: { order: placed.order }, lines, reason: "damaged", comment: "Robin Hale says: the lid is cracked", idempotencyKey: crypto.randomUUID() });
    await approveReturn(admin, { return: back });
    await receiveReturn(admin, { return: back, location: undefined, isLast: true });
    await refundOrder({ ...admin, idempotencyKey: crypto.randomUUID() }, { order: asGuest.order, amountMinor: 100, reason: "goodwill" });
    await addCartLine(customer, { variantId, quantity: 2 });
    await updateCheckout(customer, { email, shippingAddress: anAddress });
    await holdCheckout(customer);
    await requestPasswordReset(as(system, aGuest()), { email });
    await database.db.insert(mailboxMessages).values({ id: "mbm_1", template: "reset", recipient: email, subject: "Hello Robin Hale", text: "", html: "", sentAt: system.clock.now() });
    const words = [email, "Robin Hale", "Lindenweg", "00340434161094", "lid is cracked"];
    for (const word of words) expect(await tablesWith(word), word).not.toEqual([]);
    const before = await getOrder(admin, { order: placed.order });
    const uses = await database.db.select().from(couponCustomers);

    expect(await eraseMe(customer, { password })).toEqual({ accountId, orders: 2, erasedAt: system.clock.now().toISOString() });

    for (const word of words) expect(await tablesWith(word), word).toEqual([]);
    expect(await tablesWith(uses[0]!.customerHash)).toEqual([]);
    const after = await getOrder(admin, { order: placed.order });
    expect({ ...after, email: "", shippingAddress: "", billingAddress: "", shipments: [], updatedAt: "", events: [] }).toEqual({ ...before, email: "", shippingAddress: "", billingAddress: "", shipments: [], updatedAt: "", events: [] });
    expect(after).toMatchObject({ email: "", shippingAddress: { name: "", line1: "", city: "", postcode: null, country: "DE" } });
    expect(after.events.at(-1)).toMatchObject({ type: "anonymised", actor: `customer:${accountId}` });
    for (const { order } of [placed, asGuest]) expect((await checkOrder(admin, { order })).differences).toEqual([]);
    expect(await findSession(database.db, token)).toBeNull();
    await expect(signInShopper(as(system, aGuest()), { email, password })).rejects.toMatchObject({ reason: "accounts.wrong_credentials" });
    await expect(getOrderByToken(as(system, aGuest()), asGuest.access)).rejects.toMatchObject({ reason: "order.not_found" });
    expect(await database.db.$count(reservations, eq(reservations.status, "held"))).toBe(0);
    expect(await database.db.select().from(carts).where(eq(carts.accountId, accountId))).toEqual([]);
    expect(await database.db.$count(idempotencyKeys, eq(idempotencyKeys.actor, `customer:${accountId}`))).toBe(0);
    const [left] = await database.db.select().from(accounts).where(eq(accounts.id, accountId));
    expect(left).toMatchObject({ email: "", name: "", passwordHash: "", wantsNewsletter: false, language: null, erasedAt: system.clock.now(), archivedAt: system.clock.now() });
    await expectPromises(system);
    // The address is free again.
    await createCustomer(system, { email, name: "Somebody new" });
  });

  it("waits for what is not over: goods on the way, goods coming back, money not settled", async () => {
    const { accountId, customer, password } = await createCustomer(system);
    const placed = await createPlacedOrder(system, { buyer: customer.actor });
    const refused = () => expect(eraseMe(customer, { password })).rejects.toMatchObject({ code: "conflict", reason: "accounts.orders_open", details: { orders: [placed.orderNumber] } });
    await refused();
    await shipOrder(admin, { order: placed.order });
    await refused();
    await deliverOrder(admin, { order: placed.order });
    const { id } = await requestReturn(customer, { access: { order: placed.order }, lines: [{ lineId: placed.lineIds[0]!, quantity: 1 }], reason: "damaged" });
    await refused();
    expect(await getCustomer(admin, { customer: accountId })).toMatchObject({ openOrders: [placed.orderNumber], orders: 1 });
    await approveReturn(admin, { return: id });
    await receiveReturn(admin, { return: id, location: undefined, isLast: true });
    const unpaid = await delivered({ buyer: customer.actor, place: { paymentMethod: "bank_transfer", card: undefined } });
    await expect(eraseMe(customer, { password })).rejects.toMatchObject({ details: { orders: [unpaid.orderNumber] } });
    expect(await database.db.$count(accounts, and(eq(accounts.id, accountId), isNull(accounts.erasedAt)))).toBe(1);
    expect(await database.db.$count(orders, and(eq(orders.accountId, accountId), isNull(orders.anonymisedAt)))).toBe(2);
  });

  it("and placing an order at the same moment: one of the two comes first", async () => {
    for (let round = 0; round < 4; round += 1) {
      const { accountId, customer, password } = await createCustomer(system);
      const { variantId } = await createSellable(system);
      await readyCheckout(customer, variantId);
      const [placed, erased] = await Promise.allSettled([placeOrder(customer, await placeInput(customer)), eraseMe(customer, { password })]);
      expect([placed.status, erased.status].toSorted(), String(round)).toEqual(["fulfilled", "rejected"]);
      const left = await database.db.select().from(orders).where(eq(orders.accountId, accountId));
      expect(left.every(({ anonymisedAt }) => anonymisedAt === null)).toBe(erased.status === "rejected");
      expect(left).toHaveLength(placed.status === "fulfilled" ? 1 : 0);
    }
    await expectPromises(system);
  });

  it("leaves the cart of a cookie in which the address was typed, without it", async () => {
    const { customer, email, password } = await createCustomer(system);
    const { variantId } = await createSellable(system);
    const visitor = as(system, aGuest());
    await addCartLine(visitor, { variantId, quantity: 1 });
    await updateCheckout(visitor, { email });
    await eraseMe(customer, { password });
    expect(await getCart(visitor)).toMatchObject({ quantity: 1 });
    expect(await database.db.$count(carts, eq(carts.email, email))).toBe(0);
  });

  it("asks for the password, and does not end staff", async () => {
    const { accountId, customer } = await createCustomer(system);
    await expect(eraseMe(customer, { password: "not this one" })).rejects.toMatchObject({ reason: "accounts.wrong_password" });
    await expect(eraseMe(as(system, aGuest()), {})).rejects.toMatchObject({ reason: "access.sign_in_required" });
    await database.db.update(accounts).set({ role: "staff", passwordHash: "" }).where(eq(accounts.id, accountId));
    await expect(eraseMe(as(system, { ...anAdmin(), id: accountId }), {})).rejects.toMatchObject({ reason: "accounts.is_staff" });
    await expect(eraseCustomer(admin, { customer: accountId })).rejects.toMatchObject({ reason: "customer.not_found" });
  });
});

describe("staff who are asked to", () => {
  it("erase a customer once a key, and it is in the log", async () => {
    const { accountId, email } = await createCustomer(system);
    await delivered({ buyer: aCustomer(accountId) });
    const input = { customer: email, idempotencyKey: crypto.randomUUID() };
    const erased = await eraseCustomer(admin, input);
    expect(erased).toMatchObject({ accountId, orders: 1 });
    expect(await eraseCustomer(admin, input)).toEqual(erased);
    await expect(eraseCustomer(admin, { customer: email })).rejects.toMatchObject({ reason: "customer.not_found" });
    const [entry] = await database.db.select().from(auditEntries).where(and(eq(auditEntries.subject, accountId), eq(auditEntries.action, "customer.erase")));
    expect(entry).toMatchObject({ actor: "staff:acc_admin", after: '{"orders":1}' });
    expect(JSON.stringify(entry)).not.toContain(email);
  });

  it("erase a guest by the address of the orders", async () => {
    const email = "guest.who.bought@example.com";
    const { orderId } = await delivered();
    await database.db.update(orders).set({ email }).where(eq(orders.id, orderId));
    expect(await getCustomer(admin, { customer: email })).toMatchObject({ id: null, email, name: "Robin Hale", orders: 1, openOrders: [] });
    expect((await exportCustomer(admin, { customer: email })).orders).toHaveLength(1);
    expect(await eraseCustomer(admin, { customer: email })).toMatchObject({ accountId: null, orders: 1 });
    await expect(getCustomer(admin, { customer: email })).rejects.toMatchObject({ reason: "customer.not_found" });
  });

  it("find customers by name and address, the newest first", async () => {
    const word = crypto.randomUUID().slice(0, 8);
    const ids: string[] = [];
    for (const name of [`Ada ${word}`, `Ben ${word}`, `Cleo ${word}`]) ids.push((await createCustomer(system, { name })).accountId);
    const first = await listCustomers(admin, { text: word.toUpperCase(), limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    expect(first).toMatchObject({ total: { count: 3, isExact: true }, items: [{ name: `Cleo ${word}`, orders: 0, isEmailVerified: true }, {}] });
    const second = await listCustomers(admin, { text: word, limit: 2, cursor: first.nextCursor });
    expect(second).toMatchObject({ items: [{ id: ids[0] }], nextCursor: null });
  });

  it("are told of all that there is", async () => {
    const { accountId, customer, email, password } = await createCustomer(system);
    await signInShopper(as(system, { ...aGuest(), cartToken: null }), { email, password }, { kind: "browser", name: "Firefox on Linux" });
    await createAddress(customer, { address: anAddress, isDefaultShipping: false, isDefaultBilling: false });
    const { orderNumber } = await delivered({ buyer: customer.actor });
    const { variantId } = await createSellable(system);
    await addCartLine(customer, { variantId, quantity: 3 });
    const mine = await exportMyData(customer, { password });
    expect(mine).toMatchObject({
      email,
      account: { profile: { id: accountId, email, role: "customer" }, consents: { newsletter: false }, addresses: [{ address: anAddress }], sessions: [{ device: "Firefox on Linux" }] },
      orders: [{ number: orderNumber, shippingAddress: anAddress, returns: [] }],
      carts: [{ status: "ordered" }, { status: "open", lines: [{ variantId, quantity: 3 }] }],
    });
    expect(JSON.stringify(mine)).not.toMatch(/argon2|passwordHash|tokenHash|accessHash/);
    expect(await exportCustomer(admin, { customer: email })).toEqual(mine);
    expect(await database.db.$count(auditEntries, and(eq(auditEntries.action, "customer.export"), eq(auditEntries.subject, accountId)))).toBe(1);
    await expect(exportMyData(customer, { password: "not this one" })).rejects.toMatchObject({ reason: "accounts.wrong_password" });
    expect(await database.db.$count(cartLines)).toBeGreaterThan(0);
  });

  it.each(outsiders)("are not %s", async (_, actor) => {
    const { email, accountId } = await createCustomer(system);
    const other = as(system, actor());
    for (const act of [() => listCustomers(other, { limit: 1 }), () => getCustomer(other, { customer: email }), () => exportCustomer(other, { customer: email }), () => eraseCustomer(other, { customer: email })]) {
      await expect(act()).rejects.toMatchObject({ reason: expect.stringMatching(/^access\./) });
    }
    expect(await database.db.$count(accounts, and(eq(accounts.id, accountId), isNull(accounts.erasedAt)))).toBe(1);
  });
});
