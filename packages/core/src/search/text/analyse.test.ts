import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse, normalise, termsOf } from "./analyse.ts";

const forms = (text: string) => analyse(text).map((word) => word.forms);
const terms = (text: string) => termsOf(analyse(text));
const anyText = fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.string({ unit: "grapheme", maxLength: 200 }), fc.string({ maxLength: 200 }));

describe("analysing a text", () => {
  it("folds case and accents, and spells out letters that have no plain one", () => {
    expect(normalise("Crème BRÛLÉE Straße Smørrebrød Æbleskiver")).toBe("creme brulee strasse smorrebrod aebleskiver");
  });

  it("drops apostrophes", () => {
    expect(normalise("Men’s L'Oréal rock 'n' roll")).toBe("mens loreal rock n roll");
  });

  it("has words with hyphens or slashes both joined and apart", () => {
    expect(forms("T-shirt black/white")).toEqual([[["tshirt"], ["t", "shirt"]], [["blackwhite"], ["black", "white"]]]);
    expect(forms("H&M")).toEqual([[["hm"], ["h", "m"]]]);
  });

  it("brings quantities into one form, however they are written", () => {
    for (const text of ["1.5l", "1,5 l", "1.5 litres", "1500 ml", "1,500ml", "1.5-litre", "150cl", "1.50 L"]) expect(forms(text), text).toEqual([[["1500ml"]]]);
    for (const text of ["2m", "200 cm", "2000mm", "2 metres"]) expect(forms(text), text).toEqual([[["2000mm"]]]);
    for (const text of ["1TB", "1000 GB"]) expect(forms(text), text).toEqual([[["1000000mb"]]]);
    for (const text of ['15.6"', "15.6 inch", "15.6in", "15.6″"]) expect(forms(text), text).toEqual([[["15d6in"]]]);
    expect(forms("60 W, 12 V")).toEqual([[["60w"]], [["12v"]]]);
  });

  it("finds a quantity by its number too", () => {
    expect(terms("500 ml")).toEqual(["500ml", "500", "ml"]);
    expect(terms("Bottle 0.75l")).toContain("750ml");
  });

  it("gives each side of a size its unit", () => {
    expect(forms("10x20 cm")).toEqual([[["100mm"]], [["200mm"]], [["cm"]]]);
    expect(forms("30 x 40cm").flat(2)).toContain("400mm");
  });

  it("takes no unit where none is meant", () => {
    expect(forms("5 in 1")).toEqual([[["5"]], [["in"]], [["1"]]]);
    expect(forms("iphone 13 pro")).toEqual([[["iphone"]], [["13"]], [["pro"]]]);
    expect(forms("0042 v2 4k")).toEqual([[["0042"]], [["v2"]], [["4k"]]]);
  });

  it("finds Chinese and Japanese by pairs of letters", () => {
    expect(forms("陶瓷杯子")).toEqual([[["陶瓷", "瓷杯", "杯子"]]]);
  });

  it("says where each word was", () => {
    const text = "  A “Blue-Mug”, 1,5 l!";
    expect(analyse(text).map(({ start, end }) => text.slice(start, end))).toEqual(["A", "Blue-Mug", "1,5 l"]);
  });

  it("finds nothing in what has no letters or digits", () => {
    expect(forms("🫖🎉 --- '\"*()^ \u0000 \uD800")).toEqual([]);
  });

  it("never throws, and its answer is bounded", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 60 }), (piece, times) => {
        const text = piece.repeat(times);
        const words = analyse(text);
        expect(words.length).toBeLessThanOrEqual(400);
        for (const { forms, also, start, end } of words) {
          expect(forms[0]?.length).toBeGreaterThan(0);
          for (const term of [...forms.flat(), ...also]) expect(term).toMatch(/^[\p{L}\p{N}]{1,40}$/u);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it("copes with 10 kB of anything", () => {
    for (const text of ["a".repeat(10_000), "a-".repeat(5_000), "1.".repeat(5_000), "🫖".repeat(5_000), "x'".repeat(5_000), "é".repeat(10_000), '"'.repeat(10_000)]) {
      expect(analyse(text).length).toBeLessThanOrEqual(400);
    }
  });

  it("is the same when done again", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
      { numRuns: 2_000, examples: [["0. v"], ["1. 2. v"]] },
    );
  });
});
