import { searchPopular } from "@cartwright/db";
import { describe, expect, it } from "vitest";
import type { ContractShop } from "./contract-shop.ts";

export function describeSuggestions(shop: ContractShop): void {
  const names = async (text: string) => (await shop.suggest(text)).products.map(({ name }) => name);

  describe("suggestions", () => {
    it.each([
      ["esp", "Espresso Machine"],
      ["espresso ma", "Espresso Machine"],
      ["head", "Headphones"],
      ["cast iron sk", "Cast-Iron Skillet 26 cm"],
      ["copper sauc", "Copper Saucepan"],
      ["espreso", "Espresso Machine"],
      ["w", "Wool Sweater"],
      ["mug-001", "Blue Mug"],
    ])("find products for %s", async (text, name) => {
      expect(await names(text)).toContain(name);
    });

    it("find no more products than wanted, and mark what was typed", async () => {
      const { products } = await shop.suggest("mug");
      expect(products).toHaveLength(4);
      expect(products[0]).toMatchObject({ brand: expect.any(String), priceFrom: { currency: "EUR" } });
      expect(products.every(({ highlights }) => highlights.some(({ isMatch, text }) => isMatch && text === "Mug"))).toBe(true);
    });

    it("find categories by the beginnings of their words", async () => {
      const { categories } = await shop.suggest("drin");
      expect(categories).toMatchObject([{ name: "Drinking", slug: "drinking", path: ["Kitchen"] }]);
      expect((await shop.suggest("kitchen")).categories[0]?.name).toBe("Kitchen");
      expect((await shop.suggest("zz")).categories).toEqual([]);
    });

    it("complete what is being typed by words of products", async () => {
      expect((await shop.suggest("espresso ma")).queries.map(({ text }) => text)).toContain("espresso machine");
    });

    it("know what others searched for", async () => {
      const at = shop.ctx.clock.now();
      const row = { searches: 3, results: 2, lastAt: at };
      await shop.ctx.db.insert(searchPopular).values([
        { query: "mug for camping", shown: "mug for camping", ...row },
        { query: "mug blue", shown: "Mug blue", ...row, searches: 9 },
        { query: "mug nobody has", shown: "mug nobody has", ...row, results: 0 },
      ]);
      expect((await shop.suggest("mug")).queries.slice(0, 2).map(({ text }) => text)).toEqual(["Mug blue", "mug for camping"]);
      await shop.ctx.db.delete(searchPopular);
    });

    it("are none for nothing", async () => {
      expect(await shop.suggest("  ")).toEqual({ products: [], categories: [], queries: [] });
    });
  });
}
