import { auditEntries } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rolePermissions } from "../accounts/index.ts";
import { defaultShopSettings } from "../kernel/index.ts";
import { archiveCoupon } from "../promotions/index.ts";
import { archiveShippingMethod, createShippingMethod } from "../shipping/index.ts";
import { CreateShippingMethodInput } from "../shipping/schemas.ts";
import { anAdmin, as, createCouponOf, createSellable, makeContext, outsiders } from "../testing/index.ts";
import { getShopSettings, updateShop } from "./index.ts";
import { UpdateShopInput } from "./schemas.ts";

describe("updateShop", () => {
  const used = useDatabase();
  const admin = () => as(makeContext(used.db), anAdmin());

  it("changes what is given and leaves the rest as it was", async () => {
    const ctx = admin();
    expect(await getShopSettings(ctx)).toEqual(defaultShopSettings);
    expect(await updateShop(ctx, { name: "Larkfield", holdMinutes: 20 })).toEqual({ ...defaultShopSettings, name: "Larkfield", holdMinutes: 20 });
    await updateShop(ctx, { pricesIncludeTax: false, countries: ["DE", "AT"] });
    expect(await getShopSettings(ctx)).toEqual({ ...defaultShopSettings, name: "Larkfield", holdMinutes: 20, pricesIncludeTax: false, countries: ["DE", "AT"] });
  });

  it("loses neither of two changes at once", async () => {
    const ctx = admin();
    await Promise.all([updateShop(ctx, { tagline: "Goods for the house" }), updateShop(ctx, { maxLineQuantity: 12 }), updateShop(ctx, { holdMinutes: 30 })]);
    expect(await getShopSettings(ctx)).toMatchObject({ tagline: "Goods for the house", maxLineQuantity: 12, holdMinutes: 30 });
  });

  it("notes who changed what", async () => {
    const ctx = admin();
    await updateShop(ctx, { name: "Larkfield & Daughters" });
    const entries = await ctx.db.select().from(auditEntries).where(eq(auditEntries.action, "shop.update"));
    expect(entries.at(-1)).toMatchObject({ actor: "staff:acc_admin", subject: "shop" });
    expect([entries.at(-1)?.before, entries.at(-1)?.after].map((text) => JSON.parse(text ?? "null"))).toMatchObject([{ name: "Larkfield" }, { name: "Larkfield & Daughters" }]);
  });

  it("refuses a home that it does not send to", async () => {
    const ctx = admin();
    await expect(updateShop(ctx, { country: "FR" })).rejects.toMatchObject({ code: "invalid", reason: "shop.home_not_served", details: { field: "country" } });
    await expect(updateShop(ctx, { countries: ["AT"] })).rejects.toMatchObject({ reason: "shop.home_not_served" });
    expect(await updateShop(ctx, { country: "FR", countries: ["FR", "BE"] })).toMatchObject({ country: "FR", countries: ["FR", "BE"] });
  });

  it.each([
    [{ name: " " }, "name"],
    [{ currency: "EUX" }, "currency"],
    [{ country: "Germany" }, "country"],
    [{ countries: [] }, "countries"],
    [{ countries: ["DE", "ZZ"] }, "countries.1"],
    [{ maxLineQuantity: 0 }, "maxLineQuantity"],
    [{ maxLineQuantity: 10_000 }, "maxLineQuantity"],
    [{ holdMinutes: 1.5 }, "holdMinutes"],
    [{ holdMinutes: 1_441 }, "holdMinutes"],
  ])("refuses %j and names the field", (input, field) => {
    expect(UpdateShopInput.safeParse(input).error?.issues.map((issue) => issue.path.join("."))).toEqual([field]);
  });

  it.each(outsiders)("refuses %s", async (_, actor) => {
    const other = as(admin(), actor());
    const refusal = { reason: expect.stringMatching(/^access\./) };
    await expect(updateShop(other, { name: "Mine" })).rejects.toMatchObject(refusal);
    await expect(getShopSettings(other)).rejects.toMatchObject(refusal);
  });

  it("lets only who may change staff change what is wanted of staff", async () => {
    const clerk = as(admin(), { kind: "staff", id: "acc_clerk", permissions: ["settings.read", "settings.write"], cartToken: null });
    await expect(updateShop(clerk, { staffSecondFactor: "required" })).rejects.toMatchObject({ reason: "access.not_allowed", details: { permission: "staff.write" } });
    expect(await updateShop(admin(), { staffSecondFactor: "required" })).toMatchObject({ staffSecondFactor: "required" });
    expect(await updateShop(clerk, { tagline: "Open" })).toMatchObject({ staffSecondFactor: "required" });
    await updateShop(admin(), { staffSecondFactor: "optional" });
  });

  it("lets staff look and only an admin change", async () => {
    const staff = as(admin(), { kind: "staff", id: "acc_staff", permissions: rolePermissions.staff, cartToken: null });
    expect(await getShopSettings(staff)).toMatchObject({ country: "FR" });
    await expect(updateShop(staff, { name: "Mine" })).rejects.toMatchObject({ reason: "access.not_allowed", details: { permission: "settings.write" } });
    expect(rolePermissions.admin).toContain("settings.write");
  });
});

describe("the currency", () => {
  const used = useDatabase();
  const inUse = { code: "conflict", reason: "shop.currency_in_use" };

  it("changes while nothing is in it, and new prices are in the new one at once", async () => {
    const ctx = as(makeContext(used.db), anAdmin());
    expect(await updateShop(ctx, { currency: "JPY" })).toMatchObject({ currency: "JPY" });
    const method = await createShippingMethod(ctx, CreateShippingMethodInput.parse({ code: "standard", name: "Standard", priceMinor: 500 }));
    expect(method.price).toEqual({ amountMinor: 500, currency: "JPY" });
  });

  it("stays once a way to send or a product has a price in it", async () => {
    const ctx = as(makeContext(used.db, { shop: { currency: "JPY" } }), anAdmin());
    await expect(updateShop(ctx, { currency: "USD" })).rejects.toMatchObject({ ...inUse, details: { usedBy: ["shipping methods"] } });
    await archiveShippingMethod(ctx, { code: "standard" });
    const { code } = await createCouponOf(ctx, { minimumMinor: 1_000 });
    await createCouponOf(ctx);
    await expect(updateShop(ctx, { currency: "USD" })).rejects.toMatchObject({ ...inUse, details: { usedBy: ["coupons"] } });
    await archiveCoupon(ctx, { code });
    await createSellable(ctx, { priceMinor: 2_000 });
    await expect(updateShop(ctx, { currency: "USD", name: "Never" })).rejects.toMatchObject({ ...inUse, details: { usedBy: ["products"] } });
    expect(await updateShop(ctx, { currency: "JPY", name: "Kura" })).toMatchObject({ currency: "JPY", name: "Kura" });
  });
});
