import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeKey, codesIn } from "./codes.ts";
import { fold } from "./fold.ts";
import { plainText } from "./plain-text.ts";
import { stem } from "./stem.ts";

describe("the stem of a word", () => {
  it.each([
    ["mugs", "mug"], ["glasses", "glass"], ["dresses", "dress"], ["boxes", "box"], ["berries", "berry"], ["cookies", "cookie"], ["shoes", "shoe"],
    ["potatoes", "potato"], ["sizes", "size"], ["headaches", "headache"], ["houses", "house"], ["buses", "bus"], ["gloves", "glove"], ["movies", "movie"],
    ["knives", "knife"], ["bookshelves", "bookshelf"], ["scarves", "scarf"], ["mens", "man"], ["womens", "woman"], ["children", "child"], ["lenses", "lens"],
    ["pies", "pie"], ["colour", "color"], ["grey", "gray"], ["fibre", "fiber"], ["organise", "organize"], ["vases", "vase"], ["batteries", "battery"],
  ])("%s and %s are one", (a, b) => {
    expect(stem(a)).toBe(stem(b));
  });

  it.each([["glass", "glas"], ["bus", "bu"], ["tennis", "tenni"], ["sweater", "sweat"], ["floor", "flour"], ["pan", "pane"], ["constructor", "object"]])(
    "%s and %s are two",
    (a, b) => {
      expect(stem(a)).not.toBe(stem(b));
    },
  );

  it("leaves alone what is short or no English word", () => {
    expect(["as", "gas", "1500ml", "šaty"].map(stem)).toEqual(["as", "gas", "1500ml", "šaty"]);
  });
});

describe("folding", () => {
  it("changes nothing when done again, and leaves letters and digits only", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const folded = fold(text);
        expect(fold(folded)).toBe(folded);
        expect(folded).toMatch(/^[\p{L}\p{N}]{0,40}$/u);
      }),
    );
  });
});

describe("codes", () => {
  it("are compared without case and separators", () => {
    expect(["AB-12/x", "ab 12 x", "AB12X"].map(codeKey)).toEqual(["ab12x", "ab12x", "ab12x"]);
    expect(codeKey("4006381333931")).toBe("4006381333931");
  });

  it("are all of a query, and what in it has a digit", () => {
    expect(codesIn("mug AB-12")).toEqual(["mugab12", "ab12"]);
    expect(codesIn("mug")).toEqual(["mug"]);
    expect(codesIn(`x${"1 ".repeat(5_000)}`)).toEqual([]);
  });
});

describe("the plain text of a description", () => {
  it("has neither tags nor entities", () => {
    expect(plainText("<p>Salt &amp; pepper</p><ul><li>500&nbsp;ml</li></ul><script>alert(1)</script> caf&#233;")).toBe("Salt & pepper 500 ml café");
  });

  it("takes anything", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (html) => {
        expect(plainText(html).length).toBeLessThanOrEqual(4_000);
      }),
    );
    expect(plainText("<".repeat(10_000))).toBe("");
  });
});
