import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oneLine } from "./one-line.ts";

describe("oneLine", () => {
  it("leaves plain words alone and takes out what is not seen", () => {
    expect(oneLine("Zoë O’Hara 😀")).toBe("Zoë O’Hara 😀");
    expect(oneLine("Robin\r\nBcc: everybody@example.com")).toBe("Robin Bcc: everybody@example.com");
    expect(oneLine("  a\u0000\u202Eb\u2028c\u200Bd  ")).toBe("a b c d");
  });

  it("cuts what is long, between letters", () => {
    expect(oneLine("😀".repeat(10), 3)).toBe("😀😀…");
  });

  it("is one line of bounded length for any text, and stays what it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 50 }), (text, longest) => {
        const line = oneLine(text, longest);
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u);
        expect(Array.from(line).length).toBeLessThanOrEqual(longest);
        expect(oneLine(line, longest)).toBe(line);
      }),
    );
  });
});
