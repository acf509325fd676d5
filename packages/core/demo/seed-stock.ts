import { locations, variants } from "@cartwright/db";
import { eq, inArray } from "drizzle-orm";
import { countLines, createLocation, postCount, receiveStock, sendTransfer, setLevel, startCount, updateLocation } from "../src/inventory/index.ts";
import type { Context } from "../src/kernel/index.ts";
import { demoBackorder, demoBarn, demoTownShop } from "./shop.ts";

const main = "main";

/** The shop in town with its shelves, a count of them, a transfer on its way, and a chair that may be backordered. Each step has its key, so that a seed that was cut short goes on. */
export async function seedStock(ctx: Context): Promise<void> {
  const { code, name, stock, counted, coming } = demoTownShop;
  const idOf = await findVariantIds(ctx);
  const [barn] = await ctx.db.select().from(locations).where(eq(locations.code, main));
  if (barn?.name === "Main") await updateLocation(ctx, { location: main, name: demoBarn });
  await createLocation(ctx, { code, name, idempotencyKey: "demo-location" });
  for (const [sku, quantity] of stock) {
    await receiveStock(ctx, { variantId: idOf(sku), location: code, quantity, reason: "opening balance", idempotencyKey: `demo-town-${sku}` });
  }
  const count = await startCount(ctx, { location: code, note: counted.note, idempotencyKey: "demo-count-start" });
  const lines = counted.lines.map(([sku, units]) => ({ variantId: idOf(sku), counted: units }));
  await countLines(ctx, { count: count.id, lines, idempotencyKey: "demo-count-lines" });
  await postCount(ctx, { count: count.id, idempotencyKey: "demo-count-post" });
  const sent = coming.lines.map(([sku, quantity]) => ({ variantId: idOf(sku), quantity }));
  await sendTransfer(ctx, { from: main, to: code, lines: sent, note: coming.note, idempotencyKey: "demo-transfer" });
  await setLevel(ctx, { variantId: idOf(demoBackorder.sku), location: main, backorderLimit: demoBackorder.units, idempotencyKey: "demo-backorder" });
}

async function findVariantIds(ctx: Context): Promise<(sku: string) => string> {
  const { stock, counted, coming } = demoTownShop;
  const skus = [...stock, ...counted.lines, ...coming.lines].map(([sku]) => sku);
  const rows = await ctx.db.select({ id: variants.id, sku: variants.sku }).from(variants).where(inArray(variants.sku, [...skus, demoBackorder.sku]));
  const ids = new Map(rows.map((row) => [row.sku, row.id]));
  return (sku) => {
    const id = ids.get(sku);
    if (id === undefined) throw new Error(`the demo catalogue has no ${sku}`);
    return id;
  };
}
