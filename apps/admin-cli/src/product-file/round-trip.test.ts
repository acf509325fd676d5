import { ImportProduct, type ImportProductDraft } from "@cartwright/core/catalog/schemas";
import { describe, expect, it } from "vitest";
import { readProducts } from "../../test/read-products.ts";
import { jsonHead, jsonTail, writeJsonProduct } from "./cartwright-json.ts";
import { CsvShapeSurvey, CsvWriter } from "./write-csv.ts";

const nasty = [
  "=cmd|' /C calc'!A0", "+49 30 123", "-5", "@home", "'=1", "''x", 'say "hi", twice', "a;b > c\\d|e]f", "line\nbreak\r\nand\rmore",
  "<script>alert(1)</script>", "emoji 🧵 and 漢字", "Robert'); DROP TABLE products;--", "a\u2028b", "x".repeat(180),
];

function product(draft: Partial<ImportProductDraft> & { slug: string }): ImportProduct {
  return ImportProduct.parse({ row: 1, title: "T", variants: [{ row: 1, priceMinor: 100 }], ...draft });
}

const many: ImportProduct[] = [
  product({ slug: "bare" }),
  product({ slug: "empty", title: "E", descriptionHtml: "", tags: [], categories: [], attributes: [{ code: "blank", type: "text", value: "" }] }),
  ...nasty.map((text, at) =>
    product({
      slug: `nasty-${at}`,
      title: text,
      descriptionHtml: `${text}\n `,
      brand: text,
      status: at % 2 === 0 ? "draft" : "active",
      categories: [[text, "Below"], ["Other"]],
      tags: [text.slice(0, 100), "plain"],
      options: ["Size", text],
      variants: [
        { row: 1, sku: text.slice(0, 100), barcode: text.slice(0, 100), options: ["M", text], priceMinor: 1290, compareAtMinor: 1500, weightGrams: 0, stock: 0, imageUrl: "https://x.test/2.jpg" },
        { row: 1, options: ["L", text], priceMinor: 0, prices: { USD: { priceMinor: 5, compareAtMinor: 7 }, JPY: { priceMinor: 1200 }, KWD: { priceMinor: 1 } } },
      ],
      images: [{ url: "https://x.test/1.jpg", alt: text }, { url: "https://x.test/2.jpg", alt: " spaced " }, { url: "https://x.test/3.jpg" }],
      attributes: [
        { code: "width", name: "Width", type: "number", unit: "cm", value: -1.5e-7 },
        { code: "note", name: "A | note]; [really], \"ok\"", type: "text", value: text },
        { code: "is_vegan", type: "boolean", value: at % 2 === 0 },
        { code: "colours", name: "Colours", type: "list", value: [text.slice(0, 200).trim(), "Blue"] },
      ],
      seoTitle: text.slice(0, 200),
      seoDescription: text,
      publishedAt: "2026-01-31T10:00:00.000Z",
    }),
  ),
];

function writeCsvFile(products: readonly ImportProduct[]): string {
  const survey = new CsvShapeSurvey();
  for (const each of products) survey.see(each);
  const writer = new CsvWriter(survey.shape(), "EUR");
  return writer.heading() + products.map((each) => writer.rows(each)).join("");
}

function writeJsonFile(products: readonly ImportProduct[]): string {
  return jsonHead("EUR") + products.map((each) => writeJsonProduct(each, "EUR")).join(",\n") + jsonTail;
}

/** Without lines, empty attributes and the two ways of saying nothing. */
function meaning(products: readonly ImportProduct[]): unknown {
  const bare = products.map(({ row: _, variants, attributes, ...rest }) => ({
    ...rest,
    variants: variants.map(({ row: _, ...variant }) => variant),
    attributes: attributes.filter(({ value }) => value !== "").toSorted((a, b) => (a.code < b.code ? -1 : 1)),
  }));
  return JSON.parse(JSON.stringify(bare, (_, value: unknown) => (value === null ? undefined : value)));
}

describe("our own files", () => {
  it.each([
    ["cartwright-csv", writeCsvFile],
    ["cartwright-json", writeJsonFile],
  ] as const)("%s gives every product back as it was, and the same bytes again", async (format, write) => {
    const text = write(many);
    const read = await readProducts(text);
    expect([read.format, read.problems, read.notices]).toEqual([format, [], []]);
    expect(meaning(read.products)).toEqual(meaning(many));
    expect(write(read.products)).toBe(text);
  });

  it("are the same whatever the order of attributes and currencies was", () => {
    const [some] = many.slice(2);
    if (!some) throw new Error("there is one");
    const turned = { ...some, attributes: some.attributes.toReversed(), variants: some.variants.map((variant) => ({ ...variant, prices: Object.fromEntries(Object.entries(variant.prices).toReversed()) })) };
    expect(writeCsvFile([turned])).toBe(writeCsvFile([some]));
  });
});

describe("our CSV, written by hand", () => {
  it("needs no more than slug, title and price", async () => {
    const { format, products, problems } = await readProducts("Price, Slug ,TITLE\n12.90,mug,Mug\n");
    expect([format, problems]).toEqual(["cartwright-csv", []]);
    expect(products[0]).toMatchObject({ slug: "mug", title: "Mug", status: "active", variants: [{ priceMinor: 1290 }] });
  });

  it("names line, column and reason", async () => {
    const { products, problems } = await readProducts(
      [
        "slug,title,price,currency,stock,status,option1_name,option1_value,attribute:w[number|cm],attribute:vegan[boolean],image",
        "a,A,1,USD,,,,,,,",
        "b,B,x,,1.5,,,,,,",
        "c,C,1,,-4,sold,,,,,",
        "d,D,1,,,,Size,M,wide,maybe,",
        "e,E,1,,,,Size,,,,",
        "f,F,1,,,,,,,,",
        "f,Other,1,,,,,,,,",
        "Bad Slug,G,1,,,,,,,,",
        ",H,1,,,,,,,,",
        "a,A,1,,,,,,,,",
        "h,H,1,,,sold,,,,,",
        "g,G,1,EUR,3,draft,Size,M,1.5,yes,https://x.test/1.jpg",
        "g,,,,,,,,,,https://x.test/2.jpg",
      ].join("\n"),
    );
    expect(problems).toEqual([
      "2 currency: The price is in USD, the shop's prices are in EUR.",
      '3 price: "x" is not a price in EUR; write it like 12.90.',
      '3 stock: "1.5" is not a whole number.',
      '4 stock: "-4" is below zero.',
      '5 attribute:w[number|cm]: "wide" is not a number.',
      '5 attribute:vegan[boolean]: "maybe" is neither true nor false.',
      expect.stringMatching(/^6 option1_value: /),
      `8 title: "Other" differs from the product's first row, line 7.`,
      expect.stringMatching(/^9 slug: Use lower-case letters/),
      "10 slug: The slug is missing.",
      '11 slug: "a" was at line 2 already; all rows of a product must follow each other.',
      expect.stringMatching(/^12 status: Invalid option/),
    ]);
    expect(products.map(({ slug, images }) => [slug, images.length])).toEqual([["g", 2]]);
    expect(products[0]?.attributes.map(({ code, value }) => [code, value])).toEqual([["w", 1.5], ["vegan", true]]);
  });

  it("leaves out columns it does not know, and says so", async () => {
    const { notices } = await readProducts("slug,title,price,shelf,attribute:x[colour]\na,A,1,9,blue\n");
    expect(notices).toEqual(["These columns mean nothing here and are left out: shelf, attribute:x[colour]."]);
  });
});

describe("our JSON, written by hand", () => {
  it("takes a bare array and prices as numbers", async () => {
    const { format, products, problems } = await readProducts('[{"slug": "mug", "title": "Mug", "variants": [{"price": 12.9}]}]');
    expect([format, problems]).toEqual(["cartwright-json", []]);
    expect(products[0]?.variants[0]?.priceMinor).toBe(1290);
  });

  it("names line, field and reason", async () => {
    const { problems, notices } = await readProducts(
      '[\n{"slug": "a", "title": 5, "variants": [{"price": "1"}]},\n{"slug": "b", "title": "B", "variants": [{"price": "1"}, {"price": "x", "stock": -1}]},\n{"slug": "c", "title": "C", "shelf": 1, "variants": "none"},\n{"slug": "b", "variants": []}\n]',
      { format: "cartwright-json" },
    );
    expect(problems).toEqual([
      expect.stringMatching(/^2 title: Invalid input/),
      '3 variants[1].price: "x" is not a price in EUR; write it like 12.90.',
      expect.stringMatching(/^4 variants: Invalid input/),
      '5 slug: "b" was at line 3 already; all rows of a product must follow each other.',
    ]);
    expect(notices).toEqual(["These fields mean nothing here and are left out: shelf."]);
  });

  it("refuses a file in another currency as a whole", async () => {
    await expect(readProducts(jsonHead("USD") + jsonTail)).rejects.toThrow("The file's prices are in USD, the shop's in EUR.");
  });
});

describe("what a file is", () => {
  it("is said when nothing is known of it", async () => {
    await expect(readProducts("name,amount\nx,1\n")).rejects.toThrow("in no format known here");
    await expect(readProducts("")).rejects.toThrow("is empty");
    await expect(readProducts('{"items": 5}')).rejects.toThrow("has no list of products");
    await expect(readProducts("slug,price\n", { format: "shopify" })).rejects.toThrow("no columns Handle and Variant Price");
  });
});
