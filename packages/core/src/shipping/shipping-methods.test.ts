import { auditEntries } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Context } from "../kernel/index.ts";
import { anAdmin, as, makeContext, outsiders } from "../testing/index.ts";
import { archiveShippingMethod, createShippingMethod, listShippingMethods, listShippingMethodsForStaff, updateShippingMethod } from "./index.ts";
import { CreateShippingMethodInput, UpdateShippingMethodInput } from "./schemas.ts";

const used = useDatabase();
const admin = () => as(makeContext(used.db), anAdmin());
const create = (ctx: Context, given: Parameters<typeof CreateShippingMethodInput.parse>[0]) => createShippingMethod(ctx, CreateShippingMethodInput.parse(given));
const eur = (amountMinor: number) => ({ amountMinor, currency: "EUR" });

describe("shipping methods", () => {
  it("are listed in the order of the shop's choice, each new one last", async () => {
    const ctx = admin();
    expect(await create(ctx, { code: "standard", name: "Standard", priceMinor: 490, freeOverMinor: 7_500 })).toMatchObject({
      kind: "free_over",
      price: eur(490),
      freeOver: eur(7_500),
      countries: [],
      position: 0,
    });
    await create(ctx, { code: "express", name: "Express", priceMinor: 1_290, countries: ["de", "AT", "DE"] });
    await create(ctx, { code: "bike", name: "By bike", priceMinor: 300, countries: ["DE"], position: 0 });
    expect((await listShippingMethodsForStaff(ctx)).map(({ code, kind, countries, position }) => [code, kind, countries, position])).toEqual([
      ["standard", "free_over", [], 0],
      ["bike", "flat", ["DE"], 0],
      ["express", "flat", ["DE", "AT"], 1],
    ]);
    expect((await listShippingMethods(ctx, { country: "AT", goodsMinor: 7_500 })).map(({ code, price }) => [code, price.amountMinor])).toEqual([
      ["standard", 0],
      ["express", 1_290],
    ]);
  });

  it("refuse a code that is taken", async () => {
    const making = create(admin(), { code: "standard", name: "Another", priceMinor: 0 });
    await expect(making).rejects.toMatchObject({ code: "conflict", reason: "shipping_method.code_taken", details: { field: "code" } });
  });

  it("change what is given, with both sides in the audit log", async () => {
    const ctx = admin();
    const changed = await updateShippingMethod(ctx, { code: "standard", priceMinor: 590, freeOverMinor: null, countries: ["DE"] });
    expect(changed).toMatchObject({ name: "Standard", kind: "flat", price: eur(590), freeOver: null, countries: ["DE"], position: 0 });
    expect(await updateShippingMethod(ctx, { code: "standard", countries: [], freeOverMinor: 5_000 })).toMatchObject({ kind: "free_over", price: eur(590), countries: [] });
    const [first] = await ctx.db.select().from(auditEntries).where(eq(auditEntries.action, "shipping_method.update"));
    expect([first?.before, first?.after].map((text) => JSON.parse(text ?? "null"))).toMatchObject([{ priceMinor: 490 }, { priceMinor: 590 }]);
    await expect(updateShippingMethod(ctx, { code: "pigeon" })).rejects.toMatchObject({ code: "not_found", reason: "shipping_method.not_found" });
  });

  it("are offered no more once archived, and free their code", async () => {
    const ctx = admin();
    expect(await archiveShippingMethod(ctx, { code: "bike" })).toMatchObject({ code: "bike" });
    expect((await listShippingMethodsForStaff(ctx)).map(({ code }) => code)).toEqual(["standard", "express"]);
    expect((await listShippingMethods(ctx, { country: "DE", goodsMinor: 0 })).map(({ code }) => code)).toEqual(["standard", "express"]);
    await expect(archiveShippingMethod(ctx, { code: "bike" })).rejects.toMatchObject({ reason: "shipping_method.not_found" });
    expect(await create(ctx, { code: "bike", name: "By bike", priceMinor: 250 })).toMatchObject({ position: 2 });
  });

  it.each([
    [{ code: "Next Day" }, "code"],
    [{ name: " " }, "name"],
    [{ priceMinor: 4.9 }, "priceMinor"],
    [{ priceMinor: -1 }, "priceMinor"],
    [{ freeOverMinor: 0 }, "freeOverMinor"],
    [{ countries: ["DE", "ZZ"] }, "countries.1"],
    [{ position: -1 }, "position"],
  ])("refuse %j and name the field", (given, field) => {
    const input = { code: "standard", name: "Standard", priceMinor: 490, ...given };
    for (const schema of [CreateShippingMethodInput, UpdateShippingMethodInput]) {
      expect(schema.safeParse(input).error?.issues.map((issue) => issue.path.join("."))).toEqual([field]);
    }
  });

  it.each(outsiders)("refuse %s to list all, create, update and archive", async (_, actor) => {
    const ctx = as(makeContext(used.db), actor());
    const refusal = { reason: expect.stringMatching(/^access\./) };
    await expect(listShippingMethodsForStaff(ctx)).rejects.toMatchObject(refusal);
    await expect(create(ctx, { code: "never", name: "Never", priceMinor: 0 })).rejects.toMatchObject(refusal);
    await expect(updateShippingMethod(ctx, { code: "standard", priceMinor: 0 })).rejects.toMatchObject(refusal);
    await expect(archiveShippingMethod(ctx, { code: "standard" })).rejects.toMatchObject(refusal);
  });
});
