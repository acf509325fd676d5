import { lockRow, settings, type Db } from "@cartwright/db";
import { eq } from "drizzle-orm";
import type { Clock } from "./clock.ts";

/** The shop's own choices. One database is one shop, in one currency for now. */
export interface ShopSettings {
  name: string;
  tagline: string;
  /** ISO 4217. */
  currency: string;
  /** ISO 3166-1 alpha-2: where addresses start from. */
  country: string;
  /** Where the shop sends to. */
  countries: readonly string[];
  pricesIncludeTax: boolean;
  holdMinutes: number;
  /** Where transfers go: holder, IBAN and what else a buyer needs; while it is empty nobody is offered to. */
  bankAccount: string;
  maxLineQuantity: number;
  maxCartLines: number;
  /** Where it is required, staff without one may only set it up. */
  staffSecondFactor: "optional" | "required";
}

export const defaultShopSettings: ShopSettings = {
  name: "Cartwright",
  tagline: "A new shop",
  currency: "EUR",
  country: "DE",
  countries: ["AT", "BE", "CH", "DE", "DK", "ES", "FR", "GB", "IE", "IT", "NL", "PL", "PT", "SE", "US"],
  pricesIncludeTax: true,
  holdMinutes: 15,
  bankAccount: "",
  maxLineQuantity: 99,
  maxCartLines: 100,
  staffSecondFactor: "optional",
};

/** What is stored over the defaults; a shop that has stored nothing runs on them. */
export async function loadShopSettings(db: Db): Promise<ShopSettings> {
  const [row] = await db.select().from(settings).where(eq(settings.key, "shop"));
  return fromStored(row);
}

/** The same as they are now, locked until the transaction ends: what `ctx.shop` says may be seconds old. */
export async function lockShopSettings(ctx: { db: Db; clock: Clock }): Promise<ShopSettings> {
  // A shop that has stored nothing has no row to lock yet.
  await ctx.db.insert(settings).values({ key: "shop", value: "{}", updatedAt: ctx.clock.now() }).onConflictDoNothing();
  const [row] = await lockRow(ctx.db.select().from(settings).where(eq(settings.key, "shop")));
  return fromStored(row);
}

/** Keeps the shop's choices; servers that run see them within seconds. */
export async function saveShopSettings(ctx: { db: Db; clock: Clock }, shop: ShopSettings): Promise<void> {
  const row = { key: "shop", value: JSON.stringify(shop), updatedAt: ctx.clock.now() };
  await ctx.db.insert(settings).values(row).onConflictDoUpdate({ target: settings.key, set: row });
}

function fromStored(row: { value: string } | undefined): ShopSettings {
  // Only saveShopSettings writes the value.
  return { ...defaultShopSettings, ...(row ? (JSON.parse(row.value) as Partial<ShopSettings>) : {}) };
}
