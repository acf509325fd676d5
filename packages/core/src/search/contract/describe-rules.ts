import { searchPins, searchRedirects, searchStopWords, searchSynonyms } from "@cartwright/db";
import { afterEach, describe, expect, it } from "vitest";
import { newId } from "../../kernel/index.ts";
import type { ContractShop } from "./contract-shop.ts";

export function describeRules(shop: ContractShop): void {
  const now = () => shop.ctx.clock.now();
  const synonym = (kind: "both" | "one_way", terms: string[], replacements: string[] = []) =>
    shop.ctx.db.insert(searchSynonyms).values({ id: newId("syn"), kind, terms, replacements, createdAt: now(), updatedAt: now() });
  const pin = async (query: string, slug: string, position: number | null) =>
    shop.ctx.db.insert(searchPins).values({ id: newId("pin"), query, productId: await shop.idOf(slug), position, createdAt: now() });

  describe("rules of the shop", () => {
    afterEach(async () => {
      for (const table of [searchPins, searchRedirects, searchStopWords, searchSynonyms]) await shop.ctx.db.delete(table);
    });

    it("synonyms find both ways, also in the plural", async () => {
      expect(await shop.titles("jumper")).toEqual([]);
      await synonym("both", ["jumper", "sweater"]);
      expect(await shop.titles("jumper")).toEqual(["Wool Sweater"]);
      expect(await shop.titles("jumpers")).toEqual(["Wool Sweater"]);
      expect(await shop.titles("wool jumper")).toEqual(["Wool Sweater"]);
      expect(await shop.titles("sweater")).toEqual(["Wool Sweater"]);
    });

    it("synonyms one way do not find the other way", async () => {
      await synonym("one_way", ["crockery"], ["mug", "dish"]);
      expect((await shop.titles("crockery")).toSorted()).toEqual(["Blue Mug", "Crème Brûlée Dish", "Enamel Camping Mug", "Mug Rack", "Red Mug"]);
      await synonym("one_way", ["dish"], ["saucepan"]);
      expect(await shop.titles("saucepan")).toEqual(["Copper Saucepan"]);
    });

    it("synonyms may be several words", async () => {
      await synonym("both", ["frying pan", "skillet"]);
      expect((await shop.titles("frying pan"))[0]).toBe("Cast-Iron Skillet 26 cm");
      await synonym("both", ["tumbler", "wine glass"]);
      expect(await shop.titles("tumbler")).toContain("Wine Glasses, Set of 4");
    });

    it("stop words say nothing", async () => {
      await shop.ctx.db.insert(searchStopWords).values({ word: "premium", createdAt: now() });
      const { hits, isPartial } = await shop.search("premium headphones");
      expect(hits[0]?.title).toBe("Headphones");
      expect(isPartial).toBe(false);
    });

    it("pinned products stand at their places, also when they have none of the words", async () => {
      await pin("mug", "lunchbox", 0);
      await pin("mug", "mug-rack", 2);
      const titles = await shop.titles("Mug!");
      expect([titles[0], titles[2]]).toEqual(["Lunchbox", "Mug Rack"]);
      expect(titles).toHaveLength(5);
      expect((await shop.search("mug")).total).toBe(5);
      expect(await shop.titles({ text: "mug", perPage: 2, page: 2 })).toEqual(titles.slice(2, 4));
      expect(await shop.titles("blue mug")).not.toContain("Lunchbox");
    });

    it("pinned products have to meet the choices", async () => {
      await pin("mug", "lunchbox", 0);
      expect(await shop.titles({ text: "mug", brands: ["larkfield"] })).not.toContain("Lunchbox");
      expect(await shop.titles({ text: "mug", brands: ["brightwell"] })).toEqual(["Lunchbox"]);
    });

    it("hidden products are not shown, and not counted", async () => {
      await pin("mugs", "red-mug", null);
      const { hits, total } = await shop.search("mugs");
      expect(hits.map(({ title }) => title)).not.toContain("Red Mug");
      expect(total).toBe(3);
      expect(await shop.titles("red mug")).toContain("Red Mug");
    });

    it("a redirect leads elsewhere, for every spelling of the query", async () => {
      await shop.ctx.db.insert(searchRedirects).values({ id: newId("red"), query: "returns", url: "/pages/returns", createdAt: now() });
      expect((await shop.search(" RETURNS ")).redirect).toBe("/pages/returns");
      expect((await shop.search("return a mug")).redirect).toBeNull();
    });
  });
}
