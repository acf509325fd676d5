import { auditEntries } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { anAdmin, as, makeContext, outsiders } from "../testing/index.ts";
import { findTaxRate, listTaxRates, removeTaxRate, setTaxRate } from "./index.ts";
import { SetTaxRateInput } from "./schemas.ts";

const used = useDatabase();
const admin = () => as(makeContext(used.db), anAdmin());

describe("tax rates", () => {
  it("are set by country, listed in order, and used from then on", async () => {
    const ctx = admin();
    expect(await findTaxRate(ctx, "DE")).toBe(0);
    expect(await setTaxRate(ctx, { country: "DE", rateBasisPoints: 1_900, name: "MwSt" })).toEqual({ country: "DE", rateBasisPoints: 1_900, name: "MwSt" });
    await setTaxRate(ctx, { country: "CH", rateBasisPoints: 810 });
    expect(await listTaxRates(ctx)).toEqual([
      { country: "CH", name: "VAT", rateBasisPoints: 810 },
      { country: "DE", name: "MwSt", rateBasisPoints: 1_900 },
    ]);
    expect(await findTaxRate(ctx, "DE")).toBe(1_900);
  });

  it("keep their name when only the rate changes, and the audit log has both", async () => {
    const ctx = admin();
    expect(await setTaxRate(ctx, { country: "DE", rateBasisPoints: 1_600 })).toMatchObject({ name: "MwSt", rateBasisPoints: 1_600 });
    const entries = await ctx.db.select().from(auditEntries).where(eq(auditEntries.subject, "DE"));
    expect(entries.at(-1)).toMatchObject({ action: "tax_rate.set", actor: "staff:acc_admin" });
    expect(JSON.parse(entries.at(-1)?.before ?? "null")).toMatchObject({ rateBasisPoints: 1_900 });
  });

  it("are gone once removed", async () => {
    const ctx = admin();
    expect(await removeTaxRate(ctx, { country: "CH" })).toMatchObject({ country: "CH", rateBasisPoints: 810 });
    expect(await findTaxRate(ctx, "CH")).toBe(0);
    await expect(removeTaxRate(ctx, { country: "CH" })).rejects.toMatchObject({ code: "not_found", reason: "tax_rate.not_found" });
  });

  it.each([
    [{ country: "ZZ", rateBasisPoints: 1_900 }, "country"],
    [{ country: "constructor", rateBasisPoints: 1_900 }, "country"],
    [{ country: "DE", rateBasisPoints: 19.5 }, "rateBasisPoints"],
    [{ country: "DE", rateBasisPoints: -1 }, "rateBasisPoints"],
    [{ country: "DE", rateBasisPoints: 10_001 }, "rateBasisPoints"],
    [{ country: "DE", rateBasisPoints: 1_900, name: "  " }, "name"],
  ])("refuse %j and name the field", (input, field) => {
    expect(SetTaxRateInput.safeParse(input).error?.issues.map((issue) => issue.path.join("."))).toEqual([field]);
  });

  it("take a country in small letters", () => {
    expect(SetTaxRateInput.parse({ country: " de ", rateBasisPoints: 0 })).toMatchObject({ country: "DE" });
  });

  it.each(outsiders)("refuse %s to list, set and remove", async (_, actor) => {
    const ctx = as(makeContext(used.db), actor());
    const refusal = { reason: expect.stringMatching(/^access\./) };
    await expect(listTaxRates(ctx)).rejects.toMatchObject(refusal);
    await expect(setTaxRate(ctx, { country: "DE", rateBasisPoints: 0 })).rejects.toMatchObject(refusal);
    await expect(removeTaxRate(ctx, { country: "DE" })).rejects.toMatchObject(refusal);
    expect(await findTaxRate(ctx, "DE")).toBe(1_600);
  });
});
