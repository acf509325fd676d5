import { createAddress } from "@cartwright/core/accounts";
import { addCartLine } from "@cartwright/core/cart";
import { aCustomer, anAddress, anAdmin, aPassword, as, createBrandOf, createCategoryOf, createCouponOf, createPlacedOrder, createProductOf, createSellable, ensureLocation, makeContext, setRate } from "@cartwright/core/testing";
import { createAccount, findSession, openSession } from "@cartwright/core/accounts";
import { requestReturn } from "@cartwright/core/returns";
import { shipOrder } from "@cartwright/core/orders";
import { accounts, type Database } from "@cartwright/db";
import type { AccountRole } from "@cartwright/db/constants/accounts";
import { eq } from "drizzle-orm";
import { Harvest } from "./harvest.ts";

/** Who asks. */
export const askers = ["nobody", "customer", "staff", "admin"] as const;
export type Asker = (typeof askers)[number];

/** A small shop in which something of each kind is there, and what its things are called. */
export async function garbageScene(database: Database) {
  const ctx = makeContext(database.db);
  const admin = as(ctx, anAdmin());
  const harvest = new Harvest();
  const people = await openPeople(database);
  const customer = await people.idOf("customer");
  await ensureLocation(ctx, "main", 0);
  await ensureLocation(ctx, "second", 1);
  await setRate(ctx, "DE", 1_900);
  const category = await createCategoryOf(admin, "Mugs");
  const brand = await createBrandOf(admin, "Larkfield");
  harvest.take([category, brand, await createProductOf(admin, { category: category.slug, brand: brand.slug } as object), await createCouponOf(ctx)]);
  for (const buyer of [aCustomer(customer), undefined]) {
    const placed = await createPlacedOrder(ctx, buyer ? { buyer } : {});
    harvest.add("order", placed.order);
    harvest.add("orderNumber", placed.order);
    harvest.add("token", placed.accessToken);
    await shipOrder(admin, { order: placed.order });
    const [lineId = ""] = placed.lineIds;
    harvest.take([placed.variantIds, placed.lineIds, await requestReturn(placed.buyer, { access: placed.access, lines: [{ lineId, quantity: 1 }], reason: "other" })]);
  }
  const { variantId } = await createSellable(ctx, { stock: 1_000 });
  const shopper = as(ctx, aCustomer(customer));
  await addCartLine(shopper, { variantId, quantity: 2 });
  harvest.take([variantId, await createAddress(shopper, { address: anAddress, isDefaultShipping: true, isDefaultBilling: false })]);
  for (const [field, values] of Object.entries(common)) for (const value of values) harvest.add(field, value);
  return { ctx, harvest, people };
}

/** What anybody knows of any shop. */
const common: Record<string, readonly unknown[]> = {
  password: [aPassword],
  email: ["robin@example.com", "customer@example.com", "admin@example.com"],
  location: ["main", "second"],
  from: ["main"],
  to: ["second"],
  code: ["standard", "size"],
  shippingMethod: ["standard"],
  number: ["4242424242424242", "4000000000000002"],
  country: ["DE", "AT"],
  currency: ["EUR"],
  language: ["de"],
};

/** Somebody of each role, signed in; whoever lost that by what they did is replaced. */
async function openPeople({ db }: Database) {
  const ctx = makeContext(db);
  const sessions = new Map<Asker, { token: string; id: string }>();
  const make = async (role: AccountRole) => {
    const account = await createAccount(ctx, { email: `${role}-${crypto.randomUUID().slice(0, 8)}@example.com`, name: "Robin Hale", password: aPassword, role });
    const { token } = await openSession(ctx, { ...account, permissions: null }, { kind: "browser", name: null });
    return { token, id: account.id };
  };
  const signedIn = async (asker: Exclude<Asker, "nobody">) => {
    const known = sessions.get(asker);
    const found = known ? await findSession(db, known.token) : null;
    if (known && found?.account.role === asker) return known;
    if (known) await db.update(accounts).set({ archivedAt: new Date() }).where(eq(accounts.id, known.id));
    const made = await make(asker);
    sessions.set(asker, made);
    return made;
  };
  return {
    tokenOf: async (asker: Asker) => (asker === "nobody" ? null : (await signedIn(asker)).token),
    idOf: async (asker: Exclude<Asker, "nobody">) => (await signedIn(asker)).id,
  };
}
