import { describe, expect, it } from "vitest";
import { engineResult } from "./engine-result.ts";
import { reportLines } from "./print-report.ts";

describe("the report", () => {
  const query = (id: string, kind: string, keys: string[]) => ({ id, kind, text: `text of ${id}`, grades: new Map(keys.map((key) => [key, 3])) });
  const answers = [
    { query: query("q1", "brand", ["a"]), found: ["a"] },
    { query: query("q2", "typo", ["b"]), found: [] },
    { query: query("q3", "nothing", []), found: ["a"] },
  ];
  const item = (productKey: string) => ({ item: { query: "jgu", productKey, typos: 1, kinds: ["swap" as const] }, found: ["a", "b"] });
  const result = engineResult("sqlite", new Map([["sqlite", 5]]), answers, [{ typos: 1, answers: [item("b"), item("c")] }]);

  it("has a line for the engine with all figures, and one for each kind", () => {
    const lines = reportLines([result], 0).map((line) => line.trim().split(/\s{2,}/));
    expect(lines[1]).toEqual(["sqlite", "3", "0.500", "0.500", "0.500", "50.0%", "100.0%", "50.0%", "-"]);
    expect(lines.slice(4)).toEqual([
      ["brand", "1", "1.000", "1.000", "1.000", "0.0%", "-"],
      ["typo", "1", "0.000", "0.000", "0.000", "100.0%", "-"],
      ["nothing", "1", "-", "-", "-", "-", "100.0%"],
    ]);
  });

  it("shows the worst answers and the items that were missed", () => {
    const lines = reportLines([result], 5);
    expect(lines.slice(-3)).toEqual([
      "sqlite, worst first",
      '  0.000  q2  typo  "text of q2"  nothing',
      '  missed  c  swap  "jgu"  a b',
    ]);
  });
});
