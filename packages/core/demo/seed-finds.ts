import { accounts, orderLines, orders } from "@cartwright/db";
import { asc, eq, inArray } from "drizzle-orm";
import type { Context } from "../src/kernel/index.ts";
import { normalise, purchaseSearch, searchProducts, writeSearchLog } from "../src/search/index.ts";
import { SearchProductsInput } from "../src/search/schemas.ts";
import { demoFinds } from "./searches.ts";
import { demoAccounts } from "./shop.ts";

const searchedMinutesBefore = 10;

/** Robin's purchases came of searches: what was ordered was found, opened and bought. */
export async function seedFinds(ctx: Context, engine: string): Promise<void> {
  const [robin] = await ctx.db.select().from(accounts).where(eq(accounts.email, demoAccounts.customer.email));
  const bought = await ctx.db
    .select({ sku: orderLines.sku, productId: orderLines.productId, number: orders.number, placedAt: orders.placedAt })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(inArray(orderLines.sku, demoFinds.map(({ sku }) => sku)))
    .orderBy(asc(orders.id), asc(orderLines.position));
  if (!robin) return;
  for (const { sku, productId, number, placedAt } of bought) {
    const text = demoFinds.find((find) => find.sku === sku)?.text ?? "";
    const { hits, total, isPartial } = await searchProducts(ctx, SearchProductsInput.parse({ text }));
    const position = hits.findIndex(({ id }) => id === productId);
    const at = new Date(placedAt.getTime() - searchedMinutesBefore * 60_000);
    const queryId = ctx.ports.searchLog?.addSearch({ query: normalise(text), shown: text, results: total, isPartial, isCorrected: false, engine, at }, null);
    if (!queryId || position === -1) continue;
    ctx.ports.searchLog?.addClick({ queryId, productId, position, at, hasWaited: false });
    await writeSearchLog(ctx);
    const buyer: Context = { ...ctx, actor: { kind: "customer", id: robin.id, permissions: [], cartToken: null }, clock: { now: () => placedAt } };
    await purchaseSearch(buyer, { access: { order: String(number) }, finds: [{ queryId, productId }] });
  }
}
