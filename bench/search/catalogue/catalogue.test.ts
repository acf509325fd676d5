import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readProductFile } from "../../../apps/admin-cli/src/product-file/read-product-file.ts";
import { inCatalogue } from "../judgements/in-catalogue.ts";
import { readTrec } from "../judgements/read-trec.ts";
import { readCatalogue } from "./read-catalogue.ts";

const home = mkdtempSync(join(tmpdir(), "cartwright-catalogue-"));
afterAll(() => rmSync(home, { recursive: true }));
const said: string[] = [];
const read = (source: string) => readCatalogue(source, home, (text) => said.push(text));

function file(name: string, text: string): string {
  writeFileSync(join(home, name), text);
  return join(home, name);
}

describe("catalogues", () => {
  it("are the demo shop by name", async () => {
    const { products, importFile } = await read("demo");
    expect(importFile).toBeNull();
    expect(products.find(({ slug }) => slug === "field-mug")).toEqual({
      slug: "field-mug",
      title: "Field Mug",
      skus: expect.arrayContaining(["PEL-MUG-FIELD-OAT-300"]) as string[],
    });
  });

  it("are files that the importer reads, with its slugs", async () => {
    const dummyjson = JSON.stringify([
      { id: 1, title: "Moonphase", category: "watches", price: 9.99, sku: "W-1" },
      { id: 2, title: "Moonphase", category: "watches", price: 9.99 },
      { id: 3, title: "", category: "watches", price: 9.99 },
    ]);
    const path = file("dummy.json", dummyjson);
    const catalogue = await read(path);
    expect(catalogue.importFile).toBe(path);
    expect(catalogue.products).toEqual([
      { slug: "moonphase", title: "Moonphase", skus: ["W-1"] },
      { slug: "moonphase-2", title: "Moonphase", skus: [] },
    ]);
    expect(said.join()).toContain("can't be imported and are left out: 1");
  });

  it("are WANDS' product.csv, converted into what the importer reads", async () => {
    const heading = ["product_id", "product_name", "product_class", "category hierarchy", "product_description", "product_features"];
    const row = ["7", "solid wood bed", "Beds|Cots", "Furniture / Beds", "sleep < well", "color : oak|color:ash|overallwidth:64.7|: loose"];
    const { products, importFile } = await read(file("product.csv", `${heading.join("\t")}\n${row.join("\t")}\n`));
    expect(products).toEqual([{ slug: "wands-7", title: "solid wood bed", skus: [] }]);
    const { products: imported } = await readProductFile(importFile ?? "", "cartwright-json", { currency: "EUR", notice: () => {} });
    const all = [];
    for await (const product of imported) all.push(product);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({
      problems: [],
      product: {
        title: "solid wood bed",
        categories: [["Furniture", "Beds"], ["Cots"]],
        descriptionHtml: "<p>sleep &lt; well</p><p>overallwidth: 64.7</p><p>loose</p>",
        attributes: [{ code: "color", name: "color", type: "text", value: "oak, ash" }],
        variants: [{ priceMinor: 1_000, stock: 10 }],
      },
    });
  });
});

describe.each(["demo", "dummyjson"])("the judged set %s", (name) => {
  const judged = readTrec(join(import.meta.dirname, "../judged", name));

  it("asks everything once, at least sixty times and of many kinds", () => {
    expect(new Set(judged.map(({ text }) => text.toLowerCase())).size).toBe(judged.length);
    expect(judged.length).toBeGreaterThanOrEqual(60);
    expect(new Set(judged.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(20);
  });

  it("grades from 1 to 3, and has something exact for every query that has an answer", () => {
    for (const { kind, grades } of judged) {
      expect([...grades.values()].every((grade) => [1, 2, 3].includes(grade))).toBe(true);
      expect([...grades.values()].includes(3)).toBe(kind !== "nothing");
    }
  });
});

it("the judged set of the demo shop names only products that are there", async () => {
  const { unknown, dropped } = inCatalogue(readTrec(join(import.meta.dirname, "../judged/demo")), await read("demo"));
  expect([unknown, dropped]).toEqual([[], 0]);
});
