import { useDatabase } from "@cartwright/db/testing";
import { describe, expect, it } from "vitest";
import { aDraft, importOf, makeContext } from "../testing/index.ts";
import { getFilters } from "./get-filters.ts";

const used = useDatabase();
const world = () => makeContext(used.db);

describe("filters", () => {
  it("count brands, prices and attributes of a category with everything below it", async () => {
    const ctx = world();
    const draft = (i: number, attributes: NonNullable<Parameters<typeof aDraft>[1]>["attributes"]) =>
      aDraft(`p-${i}`, { brand: i % 2 ? "Odd" : "Even", categories: i < 4 ? [["All", "Low"], ["All", "Other"]] : [["High"]], variants: [{ row: 2, priceMinor: 100 * i }], attributes });
    const list = (value: string[]) => ({ code: "material", name: "Material", type: "list" as const, value });
    await importOf(ctx, [
      draft(1, [list(["Oak", "Clay"])]),
      draft(2, [list(["Clay"]), { code: "size_mm", name: "Size", type: "number", unit: "mm", value: 5 }]),
      draft(3, [{ code: "size_mm", type: "number", unit: "mm", value: 9.5 }, { code: "safe", name: "Safe", type: "boolean", value: true }]),
      draft(4, [{ code: "safe", type: "boolean", value: false }, { code: "care", name: "Care", type: "text", value: "By hand" }]),
      { ...draft(5, [list(["Gold"])]), status: "draft" },
    ]);
    expect(await getFilters(ctx, { category: "all" })).toEqual({
      brands: [
        { id: expect.any(String), slug: "even", name: "Even", count: 1 },
        { id: expect.any(String), slug: "odd", name: "Odd", count: 2 },
      ],
      price: { minMinor: 100, maxMinor: 300, currency: "EUR" },
      attributes: [
        { code: "material", name: "Material", type: "list", unit: null, range: null, values: [{ value: "oak", label: "Oak", count: 1 }, { value: "clay", label: "Clay", count: 2 }] },
        { code: "size_mm", name: "Size", type: "number", unit: "mm", range: { min: 5, max: 9.5 }, values: [] },
        { code: "safe", name: "Safe", type: "boolean", unit: null, range: null, values: [{ value: "true", label: "Yes", count: 1 }] },
      ],
    });
    const all = await getFilters(ctx, {});
    expect(all.price).toMatchObject({ minMinor: 100, maxMinor: 400 });
    expect(all.attributes.map((facet) => facet.code)).toEqual(["material", "size_mm", "safe", "care"]);
    expect((await getFilters(ctx, { brand: "odd" })).attributes.map((facet) => [facet.code, facet.values.length])).toEqual([["material", 2], ["size_mm", 0], ["safe", 1]]);
    expect(await getFilters(ctx, { category: "high", brand: "odd" })).toEqual({ brands: [], price: null, attributes: [] });
  });

  it("are kept for a while", async () => {
    await getFilters(world(), {});
    expect(await used.countQueries(() => getFilters(world(), {}))).toBe(0);
  });

  it("refuse what is not there", async () => {
    await expect(getFilters(world(), { category: "nowhere" })).rejects.toMatchObject({ reason: "category.not_found" });
    await expect(getFilters(world(), { brand: "nobody" })).rejects.toMatchObject({ reason: "brand.not_found" });
  });
});
