import { describe, expect, it } from "vitest";
import { KeptDocuments } from "./kept-documents.ts";
import { codesStart, facetsStart, hasCode, hasFacet, hasWord, wordNumber, wordsStart } from "./read-document.ts";

const rowOf = (doc: number, fields: string, facets: string) => ({ doc, product_id: `prd_${doc}`, fields, facets, popularity: doc, price_minor: 100 });

describe("documents that are kept", () => {
  it("are what was read, however many others there are", () => {
    const kept = new KeptDocuments(1);
    const count = 180_000;
    for (let doc = 1; doc <= count; doc += 1) {
      kept.keep(kept.numbers.read(rowOf(doc, `blue mug+mugs${doc % 7}|larkfield|red|kitchen|ab${doc}`, `c${doc % 5}\nblarkfield\ns`)));
      // Whoever is asked for again and again stays.
      if (doc % 1_000 === 0) expect(kept.get(1)?.productId).toBe("prd_1");
    }
    const [first, last] = [kept.get(1), kept.get(count)];
    if (!first || !last) throw new Error("both were asked for or read a moment ago");
    for (const [document, doc] of [[first, 1], [last, count]] as const) {
      const line = (text: string) => kept.numbers.lineOf(text) ?? -1;
      expect(["blue", "mug", `mugs${doc % 7}`, "larkfield", "red", "kitchen"].filter((term) => !hasWord(document, wordNumber(term)))).toEqual([]);
      expect(hasWord(document, wordNumber(`mugs${(doc + 1) % 7}`))).toBe(false);
      expect([hasFacet(document, line(`c${doc % 5}`)), hasFacet(document, line("s")), hasFacet(document, line(`c${(doc + 1) % 5}`))]).toEqual([true, true, false]);
      expect([codesStart(document) - wordsStart(document), document.end - facetsStart(document), document.nameLength]).toEqual([6, 3, 2]);
      expect([hasCode(document, new Set([wordNumber(`ab${doc}`)])), hasCode(document, new Set([wordNumber("blue"), wordNumber("red")]))]).toEqual([true, false]);
    }
  });

  it("are not more than so many", () => {
    const kept = new KeptDocuments(1);
    for (let doc = 1; doc <= 240_001; doc += 1) kept.keep(kept.numbers.read(rowOf(doc, "mug||||", "")));
    expect([kept.get(1), kept.get(80_000)]).toEqual([undefined, undefined]);
    expect(kept.get(240_001)?.productId).toBe("prd_240001");
  });

  it("know which word of a name says what the thing is", () => {
    const { numbers } = new KeptDocuments(1);
    const headOf = (name: string) => name.split(" ")[numbers.read(rowOf(1, `${name}||||`, "")).headPlace];
    expect(["oak table lamp", "table lamp with shade", "wine glasses set of 4", "kettle 1500ml", "pair of candlesticks", "mug"].map(headOf)).toEqual(["lamp", "lamp", "glasses", "kettle", "candlesticks", "mug"]);
  });
});
