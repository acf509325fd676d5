import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { inCatalogue } from "./in-catalogue.ts";
import { readTrec } from "./read-trec.ts";
import { readWands } from "./read-wands.ts";

const home = mkdtempSync(join(tmpdir(), "cartwright-judged-"));
afterAll(() => rmSync(home, { recursive: true }));

function folderWith(name: string, files: Record<string, string>): string {
  for (const [file, text] of Object.entries(files)) {
    const path = join(home, name, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return join(home, name);
}

describe("judgements in TREC's layout", () => {
  it("are read with kinds, and with grades by product", () => {
    const folder = folderWith("trec", {
      "queries.tsv": "q1\tunit\t14\" laptop\r\nq2\tnothing\txqz\n\n",
      "qrels.txt": "q1 0 blue-jug 3\nq1\t0\tred-jug\t-1\n",
    });
    expect(readTrec(folder)).toEqual([
      { id: "q1", kind: "unit", text: '14" laptop', grades: new Map([["blue-jug", 3], ["red-jug", 0]]) },
      { id: "q2", kind: "nothing", text: "xqz", grades: new Map() },
    ]);
  });

  it("do without kinds, and may call the grades qrels.tsv", () => {
    const folder = folderWith("plain", { "queries.tsv": "7\tblue jug\n", "qrels.tsv": "7 Q0 blue-jug 1\n" });
    expect(readTrec(folder)).toEqual([{ id: "7", kind: "query", text: "blue jug", grades: new Map([["blue-jug", 1]]) }]);
  });

  it("name the line that is wrong", () => {
    const queries = { "queries.tsv": "q1\tbrand\tjug\n" };
    expect(() => readTrec(folderWith("a", { ...queries, "qrels.txt": "q1 0 jug\n" }))).toThrow(/qrels.txt, line 1/);
    expect(() => readTrec(folderWith("b", { ...queries, "qrels.txt": "q1 0 jug 1\nq9 0 jug 1\n" }))).toThrow(/line 2: there is no query q9/);
    expect(() => readTrec(folderWith("c", { "queries.tsv": "q1 brand jug\n", "qrels.txt": "" }))).toThrow(/queries.tsv, line 1/);
  });
});

describe("judgements in the layout of WANDS", () => {
  it("are read from tab-separated files, Exact as 3 and Partial as 1", async () => {
    const folder = folderWith("wands", {
      "query.csv": 'query_id\tquery\tquery_class\n0\tsalon chair\tMassage Chairs\n1\t"a ""big"" rug"\t\n',
      "label.csv": "id\tquery_id\tproduct_id\tlabel\n0\t0\t25434\tExact\n1\t0\t12088\tIrrelevant\n2\t1\t7\tPartial\n",
    });
    expect(await readWands(folder)).toEqual([
      { id: "0", kind: "Massage Chairs", text: "salon chair", grades: new Map([["wands-25434", 3], ["wands-12088", 0]]) },
      { id: "1", kind: "query", text: 'a "big" rug', grades: new Map([["wands-7", 1]]) },
    ]);
  });

  it("name the line with an unknown label, and a column that is missing", async () => {
    const query = { "query.csv": "query_id,query,query_class\n0,chair,Chairs\n" };
    const label = "id,query_id,product_id,label\n0,0,1,Exact\n1,0,2,Maybe\n";
    await expect(readWands(folderWith("bad", { ...query, "label.csv": label }))).rejects.toThrow(/label.csv, line 3: "Maybe"/);
    await expect(readWands(folderWith("short", { ...query, "label.csv": "id,query_id,label\n" }))).rejects.toThrow(/no column product_id/);
  });
});

describe("judgements held against a catalogue", () => {
  const products = [{ slug: "blue-jug", title: "Blue Jug", skus: ["BJ-1"] }];
  const query = (id: string, grades: [string, number][]) => ({ id, kind: "query", text: id, grades: new Map(grades) });

  it("may name a product by its SKU, and lose what is not there", () => {
    const { queries, unknown, dropped } = inCatalogue(
      [query("sku", [["BJ-1", 2]]), query("slug", [["blue-jug", 3], ["gone", 3]]), query("lost", [["gone", 3]]), query("nothing", [])],
      { products },
    );
    expect(queries.map(({ id, grades }) => [id, [...grades]])).toEqual([
      ["sku", [["blue-jug", 2]]],
      ["slug", [["blue-jug", 3]]],
      ["nothing", []],
    ]);
    expect([unknown, dropped]).toEqual([["gone"], 1]);
  });
});
