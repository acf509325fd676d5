import { describe, expect, it } from "vitest";
import type { SearchResultView } from "../views.ts";
import type { ContractShop } from "./contract-shop.ts";

const counts = (list: readonly { name: string; count: number }[]) => Object.fromEntries(list.map(({ name, count }) => [name, count]));
const values = ({ facets }: SearchResultView, code: string) =>
  Object.fromEntries((facets.attributes.find((facet) => facet.code === code)?.values ?? []).map(({ label, count }) => [label, count]));

export function describeFilters(shop: ContractShop): void {
  describe("filters", () => {
    it("take a category with everything below it, by slug or id", async () => {
      expect((await shop.search({ text: "mug", category: "kitchen" })).total).toBe(4);
      expect((await shop.search({ text: "mug", category: "drinking" })).total).toBe(3);
      const drinking = (await shop.search({ category: "drinking" })).facets.categories.find(({ slug }) => slug === "drinking");
      expect((await shop.search({ text: "mug", category: drinking?.id })).total).toBe(3);
    });

    it("take any of several brands, values and both ends of a price", async () => {
      expect(await shop.titles({ text: "mug", brands: ["larkfield"], sort: "name" })).toEqual(["Blue Mug", "Red Mug"]);
      expect((await shop.search({ text: "mug", brands: ["larkfield", "hearth-pine"] })).total).toBe(4);
      expect((await shop.search({ text: "mug", attributes: [{ code: "colour", values: ["blue", "red"] }] })).total).toBe(3);
      expect(await shop.titles({ text: "mug", priceMinMinor: 900, priceMaxMinor: 900 })).toEqual(["Enamel Camping Mug"]);
      expect((await shop.search({ text: "mug", priceMinMinor: 1_200 })).total).toBe(3);
      expect((await shop.search({ text: "mug", priceMaxMinor: 1_199 })).total).toBe(1);
    });

    it("take attributes of every type, all of them at once", async () => {
      expect(await shop.titles({ attributes: [{ code: "material", values: ["cast iron"] }] })).toEqual(["Cast-Iron Skillet 26 cm"]);
      expect((await shop.search({ attributes: [{ code: "dishwasher_safe", values: ["true"] }] })).total).toBe(2);
      expect(await shop.titles({ attributes: [{ code: "capacity", min: 500, max: 1_000 }], sort: "name" })).toEqual(["Enamel Camping Mug", "Travel Kettle"]);
      expect(await shop.titles({ attributes: [{ code: "capacity", min: 1_500 }] })).toEqual(["Electric Kettle 1.5 l"]);
      const both = [
        { code: "colour", values: ["blue"] },
        { code: "material", values: ["enamel"] },
      ];
      expect(await shop.titles({ attributes: both })).toEqual(["Enamel Camping Mug"]);
    });

    it("leave out what is sold out", async () => {
      expect(await shop.titles({ text: "mug", inStock: true, sort: "name" })).toEqual(["Blue Mug", "Enamel Camping Mug", "Mug Rack"]);
    });

    it.each([
      ["a category", { category: "no-such" }],
      ["a brand", { brands: ["no-such"] }],
      ["an attribute", { attributes: [{ code: "no_such", values: ["x"] }] }],
      ["a value", { attributes: [{ code: "colour", values: ["no such"] }] }],
      ["a price", { priceMinMinor: 5_000, priceMaxMinor: 10 }],
    ])("find nothing for %s that is not there", async (_, filters) => {
      const { hits, total } = await shop.search({ text: "mug", ...filters });
      expect({ hits, total }).toEqual({ hits: [], total: 0 });
    });

    it("that leave nothing are not answered with other words", async () => {
      const { hits, didYouMean, isPartial } = await shop.search({ text: "espresso machine", category: "garden" });
      expect({ hits, didYouMean, isPartial }).toEqual({ hits: [], didYouMean: null, isPartial: false });
    });
  });

  describe("facets", () => {
    it("count what was found", async () => {
      const { facets, total } = await shop.search("mug");
      expect(total).toBe(4);
      expect(counts(facets.brands)).toEqual({ Larkfield: 2, "Hearth & Pine": 2 });
      expect(counts(facets.categories)).toEqual({ Kitchen: 4, Drinking: 3, Storage: 1 });
      expect(facets.inStock).toMatchObject({ count: 3, isCapped: false, isChosen: false });
      expect(facets.price).toMatchObject({ minMinor: 900, maxMinor: 3_000, currency: "EUR" });
    });

    it("count by attributes, with ranges of numbers", async () => {
      const result = await shop.search("mug");
      expect(values(result, "colour")).toEqual({ Blue: 2, Red: 1, White: 1 });
      expect(values(result, "material")).toEqual({ stoneware: 2, enamel: 1 });
      expect(values(result, "dishwasher_safe")).toEqual({ Yes: 2 });
      expect(result.facets.attributes.find(({ code }) => code === "capacity")).toMatchObject({ unit: "ml", range: { min: 350, max: 500 } });
    });

    it("count a chosen facet as if nothing were chosen in it, and the others with the choice", async () => {
      const result = await shop.search({ text: "mug", brands: ["larkfield"] });
      expect(result.total).toBe(2);
      expect(counts(result.facets.brands)).toEqual({ Larkfield: 2, "Hearth & Pine": 2 });
      expect(result.facets.brands.filter(({ isChosen }) => isChosen).map(({ name }) => name)).toEqual(["Larkfield"]);
      expect(values(result, "colour")).toEqual({ Blue: 1, Red: 1 });
      expect(counts(result.facets.categories)).toEqual({ Kitchen: 2, Drinking: 2 });
    });

    it("count each of several chosen facets without its own choice and with the rest", async () => {
      const result = await shop.search({ text: "mug", brands: ["larkfield"], attributes: [{ code: "colour", values: ["blue"] }] });
      expect(result.hits.map(({ title }) => title)).toEqual(["Blue Mug"]);
      expect(counts(result.facets.brands)).toEqual({ Larkfield: 1, "Hearth & Pine": 1 });
      expect(values(result, "colour")).toEqual({ Blue: 1, Red: 1 });
      expect(values(result, "material")).toEqual({ stoneware: 1 });
    });

    it("show the whole price range while a price is chosen", async () => {
      const { facets, total } = await shop.search({ text: "mug", priceMaxMinor: 1_000 });
      expect(total).toBe(1);
      expect(facets.price).toMatchObject({ minMinor: 900, maxMinor: 3_000 });
      expect(counts(facets.brands)).toEqual({ "Hearth & Pine": 1 });
    });

    it("show siblings of a chosen category", async () => {
      const { facets } = await shop.search({ text: "mug", category: "drinking" });
      expect(counts(facets.categories)).toEqual({ Kitchen: 4, Drinking: 3, Storage: 1 });
      expect(facets.categories.find(({ isChosen }) => isChosen)?.slug).toBe("drinking");
    });

    it("show what was chosen even where it counts nothing", async () => {
      const { facets } = await shop.search({ text: "mug", brands: ["voltara"] });
      expect(facets.brands.find(({ slug }) => slug === "voltara")).toMatchObject({ count: 0, isChosen: true });
    });

    it("add up in the price histogram", async () => {
      const { facets, total } = await shop.search({ category: "kitchen" });
      const { price } = facets;
      expect(price?.buckets.reduce((sum, { count }) => sum + count, 0)).toBe(total);
      expect(price?.buckets.length).toBeLessThanOrEqual(10);
      expect([price?.buckets[0]?.fromMinor, price?.buckets.at(-1)?.toMinor]).toEqual([price?.minMinor, price?.maxMinor]);
    });

    it("are those of everything when nothing is typed", async () => {
      const { facets } = await shop.search({});
      expect(counts(facets.categories)).toMatchObject({ Kitchen: 15, Clothing: 3, Electronics: 4, Garden: 2, Books: 1 });
      expect(facets.inStock.count).toBe(24);
    });
  });
}
