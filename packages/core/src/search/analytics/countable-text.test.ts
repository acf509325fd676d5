import { describe, expect, it } from "vitest";
import { countableText } from "./countable-text.ts";

describe("what is kept of a typed text", () => {
  it.each([
    ["  Blue   MUG ", { query: "blue mug", shown: "blue mug" }],
    ["Crème brûlée", { query: "creme brulee", shown: "crème brûlée" }],
    ["T-Shirts!!", { query: "tshirts", shown: "t-shirts" }],
    ["1,5 l kettle", { query: "1500ml kettle", shown: "1,5 l kettle" }],
    ["<b>mug</b> 🦆", { query: "b mug b", shown: "b mug /b" }],
    ["mug 24 300 ml", { query: "mug 24 300ml", shown: "mug 24 300 ml" }],
  ])("of %j are its words", (text, kept) => {
    expect(countableText(text)).toEqual(kept);
  });

  it.each([
    ["nothing", "   "],
    ["signs", "?! …"],
    ["an e-mail address", "robin@larkfield.example"],
    ["half of one", "where is robin@larkfield"],
    ["a web address", "https://example.com/reset?token=abc"],
    ["a telephone number", "+49 30 1234567"],
    ["a telephone number with signs", "(030) 12-34-56-7"],
    ["a card", "4242 4242 4242 4242"],
    ["an account", "DE02 1203 0000 0000 2020 51"],
    ["a barcode", "4006381333931"],
    ["a long word", "a".repeat(41)],
    ["a letter", "dear shop ".repeat(20)],
  ])("is nothing of %s", (_, text) => {
    expect(countableText(text)).toBeNull();
  });
});
