import { prepared, shippingMethods, type Db } from "@cartwright/db";
import { asc, isNull } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { shippingPriceMinor } from "./shipping-price.ts";
import type { ShippingMethodView } from "./views.ts";

/** What the goods would cost to send to a country, in the order of the shop's choice. `goodsMinor` is in the shop's currency. */
export async function listShippingMethods(ctx: Context, goods: { country: string; goodsMinor: number }): Promise<ShippingMethodView[]> {
  const rows = await prepared(ctx, "shipping methods", livingMethods).execute();
  return rows
    .filter((row) => row.countries.length === 0 || row.countries.includes(goods.country))
    .map((row) => ({
      id: row.id,
      code: row.code,
      name: row.name,
      description: row.description,
      price: { amountMinor: shippingPriceMinor(row, goods.goodsMinor), currency: row.currency },
      freeOver: row.freeOverMinor === null ? null : { amountMinor: row.freeOverMinor, currency: row.currency },
    }));
}

const livingMethods = (db: Db) =>
  db
    .select()
    .from(shippingMethods)
    .where(isNull(shippingMethods.archivedAt))
    .orderBy(asc(shippingMethods.position), asc(shippingMethods.id))
    .prepare("shipping methods");
