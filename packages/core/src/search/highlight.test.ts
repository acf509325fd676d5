import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerpt, highlight } from "./highlight.ts";

const marked = (text: string, ...terms: string[]) => highlight(text, new Set(terms)).map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join("");

describe("highlighting", () => {
  it("marks words as they are written, whatever their form in the index", () => {
    expect(marked("Crème Brûlée Dish", "creme", "dish")).toBe("[Crème] Brûlée [Dish]");
    expect(marked("Cotton T-Shirt, white", "tshirt")).toBe("Cotton [T-Shirt], white");
    expect(marked("Cotton T-Shirt", "shirt")).toBe("Cotton T-Shirt");
    expect(marked("Kettle 1,5 l", "1500ml")).toBe("Kettle [1,5 l]");
    expect(marked("Bottle 500 ml", "500")).toBe("Bottle [500 ml]");
  });

  it("changes no letter of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.array(fc.string({ maxLength: 3 })), (text, terms) => {
        expect(highlight(text, new Set(terms)).map((segment) => segment.text).join("")).toBe(text);
      }),
    );
  });

  it("cuts a piece out of a long text around the first word meant", () => {
    const long = `${"word ".repeat(100)}frother ${"more ".repeat(100)}`;
    const piece = excerpt(long, new Set(["frother"]));
    const text = piece?.map((segment) => segment.text).join("") ?? "";
    expect(text).toMatch(/^… (word )+frother (more )*more …$/);
    expect(text.length).toBeLessThan(180);
    expect(excerpt(long, new Set(["nowhere"]))).toBeNull();
    expect(excerpt(`${"x".repeat(300)} a ${"y".repeat(300)}`, new Set(["a"]))?.map((segment) => segment.text).join("")).toContain(" a ");
  });
});
