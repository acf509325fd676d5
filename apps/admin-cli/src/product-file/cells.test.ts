import { describe, expect, it } from "vitest";
import { csvLine, guardText, joinList, joinPaths, readGuarded, splitList, splitPaths } from "./cells.ts";

const nasty = [
  "plain", "=1+1", "+49", "-5", "@home", "'=1", "''=1", "'quoted'", "'", "a;b", "a > b", "a\\b", "\\", "\\;", 'say "hi"', "a,b",
  "line\nbreak", "line\r\nbreak", "\ttab", "emoji 🧵", "<b>html</b>", "ends with \\", "a|b]c[d",
];

describe("cells", () => {
  it("gives guarded text back as it was, and no formula to a spreadsheet", () => {
    for (const text of nasty) {
      expect(readGuarded(guardText(text))).toBe(text);
      expect(guardText(text)).not.toMatch(/^[=+\-@\t\r]/);
    }
    expect(guardText("plain")).toBe("plain");
  });

  it("gives lists and paths back as they were", () => {
    const trimmed = nasty.map((text) => text.trim());
    expect(splitList(joinList(trimmed))).toEqual(trimmed);
    const paths = trimmed.map((text, at) => [text, ...trimmed.slice(at, at + 2)]);
    expect(splitPaths(joinPaths(paths))).toEqual(paths);
  });

  it("reads lists as people write them", () => {
    expect(splitList(" a ;b;; c ")).toEqual(["a", "b", "c"]);
    expect(splitPaths("Kitchen>Cookware; Sale")).toEqual([["Kitchen", "Cookware"], ["Sale"]]);
    expect([splitList(""), splitPaths(" ")]).toEqual([[], []]);
  });

  it("quotes what would break a line of CSV", () => {
    expect(csvLine(["a", "b,c", 'd"e', "f\ng", " h"])).toBe('a,"b,c","d""e","f\ng"," h"\n');
  });
});
