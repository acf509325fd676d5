import { analyse } from "@cartwright/core/search";
import { describe, expect, it } from "vitest";
import { termOf, tokenOf, tokensOf } from "./tokens.ts";

describe("a token", () => {
  it.each(["mug001bl", "1500ml", "1d5", "42", "x100", "größe7", "a1привет", "0"])("of %s is digits alone, and that again", (term) => {
    expect(tokenOf(term)).toMatch(/^\d+$/);
    expect(termOf(tokenOf(term))).toBe(term);
  });

  it("begins as its word does", () => {
    expect(tokenOf("usb2m").startsWith(tokenOf("usb2"))).toBe(true);
    expect(tokenOf("1500ml").startsWith(tokenOf("150"))).toBe(true);
    expect(tokenOf("1500ml").startsWith(tokenOf("250"))).toBe(false);
  });

  it("of a word is its stem", () => {
    expect(["berries", "berry"].map(tokenOf)).toEqual(["berri", "berri"]);
  });
});

describe("a text", () => {
  it("has compounds in parts and in one, and quantities in one form", () => {
    expect(tokensOf(analyse("Cotton T-Shirts"))).toEqual(["cotton", "t", "shirt", "tshirt"]);
    expect(tokensOf(analyse("1.5 l"))[0]).toBe(tokensOf(analyse("1500ml"))[0]);
  });

  it("is found by the letters before a number", () => {
    expect(tokensOf(analyse("iPhone15"))).toEqual([tokenOf("iphone15"), "iphone"]);
  });
});
