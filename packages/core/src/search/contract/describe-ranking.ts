import { describe, expect, it } from "vitest";
import type { ContractShop } from "./contract-shop.ts";

/** `before` has to stand before `after`. */
export function describeRanking(shop: ContractShop): void {
  describe("ranking", () => {
    it.each([
      ["what is just that name before what has more words", "mug rack", "Mug Rack", null],
      ["a word as typed before one with a typing error", "wine", "Wine Glasses, Set of 4", null],
      ["a word in the name before one in the description", "kitchen", null, "Watering Can"],
      ["words next to each other before words apart", "blue mug", "Blue Mug", "Enamel Camping Mug"],
      ["in stock before sold out", "mug", "Blue Mug", "Red Mug"],
      ["the brand before the description", "larkfield", "Red Mug", "Bread Bin"],
    ])("puts %s", async (_, text, before, after) => {
      const titles = await shop.titles(text);
      const first = before === null ? titles[0] : before;
      expect(titles).toContain(first);
      if (after === null) expect(titles[0]).toBe(first);
      else {
        expect(titles).toContain(after);
        expect(titles.indexOf(first ?? "")).toBeLessThan(titles.indexOf(after));
      }
    });

    it("keeps its order from page to page, without a product twice or none", async () => {
      const whole = await shop.titles({ text: "kitchen", perPage: 48 });
      const pages: string[] = [];
      for (let page = 1; pages.length < whole.length; page += 1) {
        const part = await shop.titles({ text: "kitchen", perPage: 4, page });
        expect(part.length).toBeGreaterThan(0);
        pages.push(...part);
      }
      expect(pages).toEqual(whole);
      expect(new Set(pages).size).toBe(pages.length);
    });

    it("has nothing behind its last page", async () => {
      const { hits, total } = await shop.search({ text: "mug", page: 40 });
      expect(hits).toEqual([]);
      expect(total).toBeGreaterThan(0);
      expect((await shop.search({ text: "mug", page: 1_000, perPage: 48 })).hits).toEqual([]);
    });

    it("sorts by price and name, and by what is new", async () => {
      const prices = async (sort: "price_asc" | "price_desc") => (await shop.search({ text: "kitchen", sort, perPage: 48 })).hits.map(({ priceFrom }) => priceFrom?.amountMinor ?? 0);
      expect(await prices("price_asc")).toEqual((await prices("price_asc")).toSorted((a, b) => a - b));
      expect(await prices("price_desc")).toEqual((await prices("price_asc")).toReversed().toSorted((a, b) => b - a));
      const names = await shop.titles({ text: "kitchen", sort: "name", perPage: 48 });
      expect(names).toEqual(names.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
      expect((await shop.search({ text: "kitchen", sort: "newest" })).hits).toHaveLength(16);
    });
  });
}
