import { createAccount } from "@cartwright/core/accounts";
import { anAddress, createSellable, ensureShipping, expectPromises, makeContext, type TestContext } from "@cartwright/core/testing";
import { coupons, orderDiscounts, orderLines, orders, payments, refunds } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { and, eq, ne, sql } from "drizzle-orm";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { startProcess, temporaryDataDir, visitor, type ProcessEnv, type ServerProcess } from "./process.ts";

export type Visitor = ReturnType<typeof visitor>;
export type Answer = Awaited<ReturnType<Visitor["mutate"]>>;

const staff = { email: "staff@example.com", password: "correct horse battery" };

/** Two real servers on one database, and what an attacker needs to know of them. */
export function openAttackScene() {
  const database = useDatabase();
  let env: ProcessEnv;
  let servers: ServerProcess[] = [];
  let staffCookies = new Map<string, string>();
  let ctx: TestContext;
  beforeAll(async () => {
    env = { DATABASE_URL: database.url, DATA_DIR: temporaryDataDir() };
    ctx = makeContext(database.db);
    await ensureShipping(ctx);
    servers = [await startProcess(env), await startProcess(env)];
    await createAccount(ctx, { ...staff, name: "Staff", role: "admin" });
    const signedIn = visitor(urlOf(0));
    await signedIn.mutate("accounts.signIn", staff);
    staffCookies = signedIn.cookies;
  });
  afterAll(async () => {
    for (const { child } of servers) child.kill("SIGKILL");
    await Promise.all(servers.map(({ exited }) => exited));
  });
  const urlOf = (index: number) => servers[index % servers.length]?.url ?? "";

  return {
    get ctx() {
      return ctx;
    },
    sellable: (facts: Parameters<typeof createSellable>[1]) => createSellable(ctx, facts),
    /** The same person at either server, once for each tab. */
    tabs: (person: Visitor, count: number) => Array.from({ length: count }, (_, index) => visitor(urlOf(index), new Map(person.cookies))),
    staffTabs: (count: number) => Array.from({ length: count }, (_, index) => visitor(urlOf(index), new Map(staffCookies))),
    /** Somebody with a filled cart who has told everything but how to pay. */
    async buyer(lines: readonly { variantId: string; quantity: number }[], email = `${crypto.randomUUID()}@example.com`) {
      const person = visitor(urlOf(0));
      for (const line of lines) await person.mutate("cart.addLine", line);
      await person.mutate("checkout.update", { email, shippingAddress: anAddress, shippingMethod: "standard" });
      return person;
    },
    async placeInput(person: Visitor, given: Record<string, unknown> = {}) {
      const { data } = await person.query("checkout.get");
      const { totals } = data as { totals: { total: { amountMinor: number } } };
      const paid = { paymentMethod: "test_card", card: { number: "4242424242424242" } };
      return { idempotencyKey: crypto.randomUUID(), expectedTotalMinor: totals.total.amountMinor, ...paid, ...given };
    },
    /** Units of a variant in orders that live. */
    async unitsSold(variantId: string): Promise<number> {
      const rows = await ctx.db
        .select({ units: sql<number>`coalesce(sum(${orderLines.quantity} - ${orderLines.quantityCancelled}), 0)`.mapWith(Number) })
        .from(orderLines)
        .innerJoin(orders, eq(orders.id, orderLines.orderId))
        .where(and(eq(orderLines.variantId, variantId), ne(orders.status, "cancelled")));
      return rows[0]?.units ?? 0;
    },
    order: async (id: string) => {
      const [order] = await ctx.db.select().from(orders).where(eq(orders.id, id));
      const lines = await ctx.db.select().from(orderLines).where(eq(orderLines.orderId, id));
      return { ...order, lines };
    },
    refundsOf: (orderId: string) =>
      ctx.db.select({ amountMinor: refunds.amountMinor }).from(refunds).innerJoin(payments, eq(payments.id, refunds.paymentId)).where(eq(payments.orderId, orderId)),
    paymentsOf: (orderId: string) => ctx.db.select().from(payments).where(eq(payments.orderId, orderId)),
    /** What the test gateway took and gave back for an order's payments, by its own book. */
    async bankOf(orderId: string) {
      const ids = new Set((await ctx.db.select().from(payments).where(eq(payments.orderId, orderId))).map((payment) => payment.idempotencyKey));
      const path = join(env.DATA_DIR, "test-gateway.jsonl");
      const lines = existsSync(path) ? readFileSync(path, "utf8").trim().split("\n") : [];
      const book = lines.map((line) => JSON.parse(line) as { kind: string; key: string; amountMinor: number });
      const owed = await ctx.db.select({ key: refunds.idempotencyKey, payment: payments.orderId }).from(refunds).innerJoin(payments, eq(payments.id, refunds.paymentId));
      const back = new Set(owed.filter((row) => row.payment === orderId).map((row) => row.key));
      const sumOf = (kind: string, keys: Set<string>) => book.filter((entry) => entry.kind === kind && keys.has(entry.key)).reduce((sum, entry) => sum + entry.amountMinor, 0);
      return { takenMinor: sumOf("charge", ids), givenBackMinor: sumOf("refund", back) };
    },
    /** How often a coupon is counted, and by how many living orders it is carried. */
    async usesOf(code: string) {
      const [coupon] = await ctx.db.select().from(coupons).where(eq(coupons.code, code));
      const carried = await ctx.db
        .select({ id: orders.id })
        .from(orderDiscounts)
        .innerJoin(orders, eq(orders.id, orderDiscounts.orderId))
        .where(and(eq(orderDiscounts.code, code), ne(orders.status, "cancelled")));
      return { counted: coupon?.used, orders: carried.length };
    },
    expectPromises: () => expectPromises(ctx),
  };
}

/** Answers by status, or by the reason of a refusal. */
export function tally(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, reason } of answers) {
    const name = reason ?? String(status);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
