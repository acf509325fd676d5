import { createAddress, openSession } from "@cartwright/core/accounts";
import { addCartLine, getCart } from "@cartwright/core/cart";
import { shipOrder } from "@cartwright/core/orders";
import { requestReturn } from "@cartwright/core/returns";
import { aCustomer, anAddress, anAdmin, as, createCustomer, createPlacedOrder, createSellable, makeContext, type TestContext } from "@cartwright/core/testing";
import { fc, inputTexts } from "@cartwright/core/testing/garbage";
import { accountAddresses, accounts, apiTokens, cartLines, carts, orderLines, orders, payments, returns, sessions } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import type { AnyTRPCProcedure } from "@trpc/server";
import { eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { appRouter } from "../src/router.ts";
import type { Access } from "../src/trpc.ts";
import { testServer } from "./client.ts";
import { openProcedures } from "./open-procedures.ts";
import { Harvest } from "./support/harvest.ts";
import { readAnswer } from "./support/read-answer.ts";
import { requestOf } from "./support/wire-garbage.ts";

const { _def: definition } = appRouter;
// Typed like the router, this record is flat in truth: every procedure by its dotted path.
const open = Object.entries(definition.procedures as unknown as Record<string, AnyTRPCProcedure>).flatMap(([path, { _def }]) => {
  const { type, meta, inputs } = _def as unknown as { type: string; meta: { access: Access }; inputs: z.ZodType[] };
  return typeof meta.access === "string" && inputs[0] ? [{ path, type, access: meta.access, input: inputs[0] }] : [];
});

const database = useDatabase();
let server: ReturnType<typeof testServer>;
let ctx: TestContext;

/** Somebody with something of everything, and words that stand in nothing but what is theirs. */
interface Owner {
  accountId: string;
  token: string;
  words: string[];
  /** What their things are called, as far as anybody could guess or see over a shoulder; what opens them is not among it. */
  names: Harvest;
}
const people: Owner[] = [];

beforeAll(async () => {
  server = testServer(database.database);
  ctx = makeContext(database.db);
  for (const name of ["Juniper Ashdown", "Valentine Okoro"]) people.push(await ownerOf(name));
});

async function ownerOf(name: string): Promise<Owner> {
  const { accountId, email } = await createCustomer(ctx, { name });
  const [row] = await database.db.select().from(accounts).where(eq(accounts.id, accountId));
  if (!row) throw new Error("no account");
  const session = await openSession(ctx, row, { kind: "browser", name: `${name}'s telephone` });
  const buyer = as(ctx, aCustomer(accountId));
  const placed = await createPlacedOrder(ctx, { buyer: buyer.actor });
  const [lineId = ""] = placed.lineIds;
  await shipOrder(as(ctx, anAdmin()), { order: placed.order });
  const back = await requestReturn(buyer, { access: { order: placed.order }, lines: [{ lineId, quantity: 1 }], reason: "other", comment: `${name} says so` });
  const kept = await createAddress(buyer, { address: { ...anAddress, name, line1: `${name}'s lane 4` }, isDefaultShipping: true, isDefaultBilling: true });
  await addCartLine(buyer, { variantId: (await createSellable(ctx)).variantId, quantity: 2 });
  const names = new Harvest();
  const opened = await database.db.select({ id: sessions.id }).from(sessions).where(eq(sessions.userId, accountId));
  for (const { id } of opened) names.add("session", id);
  for (const handle of [placed.order, placed.orderId]) names.add("order", handle);
  names.add("orderNumber", placed.order);
  for (const handle of [back.id, String(back.number)]) names.add("return", handle);
  for (const line of [lineId, (await getCart(buyer)).lines[0]?.id]) names.add("lineId", line);
  names.add("addressId", kept.id);
  names.add("variantId", placed.variantIds[0]);
  return { accountId, token: session.token, words: [name, email], names };
}

/** Every row that is somebody's, as text. */
async function rowsOf({ accountId }: Owner): Promise<string> {
  const theirOrders = database.db.select({ id: orders.id }).from(orders).where(eq(orders.accountId, accountId));
  const theirCarts = database.db.select({ id: carts.id }).from(carts).where(eq(carts.accountId, accountId));
  const rows = [
    await database.db.select().from(accounts).where(eq(accounts.id, accountId)),
    await database.db.select().from(sessions).where(eq(sessions.userId, accountId)),
    await database.db.select().from(accountAddresses).where(eq(accountAddresses.accountId, accountId)),
    await database.db.select().from(carts).where(eq(carts.accountId, accountId)),
    await database.db.select().from(cartLines).where(inArray(cartLines.cartId, theirCarts)),
    await database.db.select().from(orders).where(eq(orders.accountId, accountId)),
    await database.db.select().from(orderLines).where(inArray(orderLines.orderId, theirOrders)),
    await database.db.select().from(payments).where(inArray(payments.orderId, theirOrders)),
    await database.db.select().from(returns).where(inArray(returns.orderId, theirOrders)),
    await database.db.select().from(apiTokens).where(eq(apiTokens.accountId, accountId)),
  ];
  return JSON.stringify(rows, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}

/** They sign the asker out, or end them: what comes after would be said by nobody. */
const ending = new Set(["accounts.signOut", "accounts.erase", "accounts.revokeOtherSessions"]);
const usual = { isBatch: false, contentType: "application/json", key: null, extra: {} };

describe("with all the names of somebody else's things", () => {
  it.each(open.filter(({ path }) => !ending.has(path)).map((procedure) => [procedure.path, procedure] as const))("%s shows and changes nothing of theirs", async (_, procedure) => {
    for (const [asker, other] of [people, people.toReversed()] as [Owner, Owner][]) {
      for (const token of [asker.token, null]) {
        const before = await rowsOf(other);
        await fc.assert(
          fc.asyncProperty(inputTexts(procedure.input, other.names.known), async (text) => {
            const { url, init } = requestOf(procedure, { text, how: usual }, token);
            const answer = await readAnswer(await server.app.request(url, init));
            for (const word of other.words) expect(answer.text).not.toContain(word);
          }),
          { numRuns: 8 },
        );
        expect(await rowsOf(other)).toBe(before);
      }
    }
  });
});

/** Fields of what needs no permission that name nobody's thing: what is said of oneself, what is on sale, words only one person has. */
const harmless = new Set(
  [
    "email password newPassword name wantsNewsletter language currency challenge code token userCode deviceCode device provider returnTo",
    "company line1 line2 postcode city region country phone isDefaultShipping isDefaultBilling idempotencyKey address shippingAddress billingAddress",
    "cursor limit page perPage sort text query slug category brand brands tags attributes values min max inStock priceMinMinor priceMaxMinor",
    "variantId variantIds quantity productId position queryId finds number card method amountMinor payments paymentMethod shippingMethod expectedTotalMinor",
    "reason comment lines access orderNumber scopes days everybody",
  ].flatMap((line) => line.split(" ")),
);
/** Fields that name a thing of somebody's. */
const naming = new Set(["order", "lineId", "session", "addressId", "return", "token"]);

describe("a field that names somebody's thing", () => {
  it("is known, and its procedure is asked for somebody else's (access.test.ts)", () => {
    for (const { path, input } of open) {
      const fields = fieldsOf(z.toJSONSchema(input, { io: "input", unrepresentable: "any" }));
      expect(fields.filter((field) => !harmless.has(field) && !naming.has(field)), path).toEqual([]);
      const names = fields.filter((field) => naming.has(field) && field !== "token");
      if (names.length > 0) expect(typeof openProcedures[path], `${path} takes ${names.join(", ")}`).toBe("function");
    }
  });
});

function fieldsOf(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = "properties" in schema && typeof schema.properties === "object" && schema.properties !== null ? Object.keys(schema.properties) : [];
  return [...new Set([...own, ...Object.values(schema).flatMap(fieldsOf)])];
}
