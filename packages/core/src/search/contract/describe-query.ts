import { describe, expect, it } from "vitest";
import type { ContractShop, Difference } from "./contract-shop.ts";

export function describeQueries(shop: ContractShop, differences: readonly Difference[]): void {
  // oxlint-disable-next-line vitest/no-disabled-tests, vitest/valid-title -- what an engine can't do is declared by it, and shown as skipped
  const unless = (difference: Difference) => it.skipIf(differences.includes(difference));

  describe("a query", () => {
    it.each([
      ["a word of the name", "skillet", "Cast-Iron Skillet 26 cm"],
      ["a brand", "voltara headphones", "Headphones"],
      ["a brand with an accent it was typed without", "caffe bora machine", "Espresso Machine"],
      ["a letter that has no plain one", "mork sweater", "Wool Sweater"],
      ["an attribute", "copper pan saucepan", "Copper Saucepan"],
      ["an option", "t-shirt m", "Cotton T-Shirt"],
      ["a category", "garden chair", "Garden Chair"],
      ["a tag", "outdoor jacket", "Women’s Rain Jacket"],
      ["a description", "frother", "Espresso Machine"],
      ["a true attribute by its name", "waterproof", "Women’s Rain Jacket"],
      ["upper case", "WOOL SWEATER", "Wool Sweater"],
      ["accents", "creme brulee", "Crème Brûlée Dish"],
      ["accents that are not there", "múg ráck", "Mug Rack"],
      ["an apostrophe", "womens jacket", "Women’s Rain Jacket"],
      ["another order of words", "rack mug", "Mug Rack"],
      ["a plural", "sweaters", "Wool Sweater"],
      ["a singular", "wine glass", "Wine Glasses, Set of 4"],
      ["a plural in -ies", "berries bowl", "Berry Bowl"],
      ["a hyphen left out", "tshirt", "Cotton T-Shirt"],
      ["a space for a hyphen", "t shirt", "Cotton T-Shirt"],
      ["hyphens joined", "wifi", "Wi-Fi Thermometer"],
      ["a hyphen that is not there", "phone-case", "Phone Case"],
      ["stop words", "a kettle for the travel", "Travel Kettle"],
      ["the beginning of the last word", "cast iron ski", "Cast-Iron Skillet 26 cm"],
      ["the beginning of the only word", "headph", "Headphones"],
      ["a typing error", "skilet", "Cast-Iron Skillet 26 cm"],
      ["a wrong letter", "keetle travel", "Travel Kettle"],
      ["swapped letters", "swaeter", "Wool Sweater"],
      ["two typing errors in a long word", "hedphonnes", "Headphones"],
      ["a typing error in each word", "coper suacepan", "Copper Saucepan"],
    ])("finds by %s", async (_, text, title) => {
      expect((await shop.titles(text))[0]).toBe(title);
    });

    unless("no_split_words").each([
      ["a missing space", "wineglasses", "Wine Glasses, Set of 4"],
      ["a missing space between words", "phonecase", "Phone Case"],
      ["a space too many", "lunch box", "Lunchbox"],
    ])("finds by %s", async (_, text, title) => {
      expect((await shop.titles(text))[0]).toBe(title);
    });

    unless("no_units").each(["1.5l kettle", "1,5 l kettle", "kettle 1500ml", "1.5 litre kettle", "kettle 150 cl"])("finds by a quantity, however it is written: %s", async (text) => {
      expect((await shop.titles(text))[0]).toBe("Electric Kettle 1.5 l");
    });

    it("does not take another quantity for the same", async () => {
      expect(await shop.titles("2m cable")).toContain("USB-C Cable 2 m");
      const { hits, isPartial } = await shop.search("3m cable");
      expect(hits.length === 0 || isPartial || !hits.some(({ title }) => title === "USB-C Cable 2 m")).toBe(true);
    });

    it.each([["MUG-001-BL"], ["mug-001-bl"], ["MUG001BL"], ["mug 001 bl"], ["4006381333931"]])("finds a product by its code first: %s", async (text) => {
      expect((await shop.titles(text))[0]).toBe("Blue Mug");
    });

    it("finds the variant's product by the code of one of its variants", async () => {
      expect((await shop.titles("TS-1"))[0]).toBe("Cotton T-Shirt");
    });

    it("takes words of three letters as they are", async () => {
      expect(await shop.titles("wug")).toEqual([]);
    });

    unless("no_did_you_mean")("says what was probably meant, and only then", async () => {
      expect((await shop.search("skilet")).didYouMean).toBe("skillet");
      expect((await shop.search("coper saucepan")).didYouMean).toBe("copper saucepan");
      expect((await shop.search("skillet")).didYouMean).toBeNull();
      expect((await shop.search("skill")).didYouMean).toBeNull();
    });

    it("finds what has all words, when something has", async () => {
      const { hits, isPartial } = await shop.search("blue mug");
      expect(hits.map(({ title }) => title).toSorted()).toEqual(["Blue Mug", "Enamel Camping Mug"]);
      expect(isPartial).toBe(false);
    });

    unless("no_partial_mark")("finds what has most of the words, when nothing has all, and says so", async () => {
      const { hits, isPartial } = await shop.search("copper saucepan with submarine");
      expect(hits[0]?.title).toBe("Copper Saucepan");
      expect(isPartial).toBe(true);
    });

    it("finds stop words when there is nothing else", async () => {
      expect(await shop.titles("the")).toContain("The Long Way Home");
    });

    it("finds nothing for what is nothing", async () => {
      const { hits, total, isPartial } = await shop.search("qqzzxxv");
      expect({ hits, total, isPartial }).toEqual({ hits: [], total: 0, isPartial: false });
    });

    it("without words lists all products", async () => {
      const { total, isTotalCapped, hits } = await shop.search({ text: "  ", perPage: 48 });
      expect({ total, isTotalCapped, hits: hits.length }).toEqual({ total: 25, isTotalCapped: false, hits: 25 });
    });

    it("marks what it found in the name", async () => {
      const [hit] = (await shop.search("mugs blue")).hits;
      expect(hit?.highlights.title).toEqual([
        { text: "Blue", isMatch: true },
        { text: " ", isMatch: false },
        { text: "Mug", isMatch: true },
      ]);
      expect(hit?.highlights.description).toBeNull();
    });

    it("shows where it found words in a description", async () => {
      const [hit] = (await shop.search("frother")).hits;
      expect(hit?.highlights.description?.filter(({ isMatch }) => isMatch)).toEqual([{ text: "frother", isMatch: true }]);
      expect(hit?.highlights.description?.map(({ text }) => text).join("")).toBe("Fifteen bars of pressure, and a milk frother.");
    });

    it.each([
      ["quotes", '"blue mug'],
      ["operators", "mug AND (OR NOT NEAR/2 * ^ : - + ~ | & ! <->"],
      ["SQL", "'; drop table products; --"],
      ["a backslash", "mug \\ \\' \\\\"],
      ["percent signs", "%_%"],
      ["emoji", "🫖☕️👩‍🍳"],
      ["an emoji beside a word", "mug 🫖"],
      ["half a character", "mug \ud800"],
      ["signs of control", "mug\u0000\u0007\u200b"],
      ["another script", "кружка 杯子 マグカップ كوب"],
      ["nothing", ""],
      ["spaces", " \t\n "],
      ["10 kB of one letter", "a".repeat(10_000)],
      ["10 kB of words", "mug kettle wool ".repeat(640)],
      ["10 kB of hyphens", "a-b".repeat(3_334)],
      ["10 kB of quotes", '"'.repeat(10_000)],
      ["field names", "name:mug words:mug title^2"],
      ["a word with a sign of ours", "=mug #mug ~s"],
    ])("never fails: %s", async (_, text) => {
      const result = await shop.search(text);
      expect(result.hits.length).toBeLessThanOrEqual(24);
      expect(await shop.suggest(text)).toMatchObject({ products: expect.any(Array) });
    });
  });
}
