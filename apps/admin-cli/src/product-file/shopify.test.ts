import { describe, expect, it } from "vitest";
import { readProducts } from "../../test/read-products.ts";

const heading =
  "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Compare At Price,Variant Barcode,Image Src,Image Position,Image Alt Text,SEO Title,SEO Description,Variant Image,Variant Weight Unit,Status";
const columns = heading.split(",");

type Cells = Record<string, string>;

function csv(rows: readonly Cells[], newline = "\n"): string {
  const line = (cells: Cells) => columns.map((column) => `"${(cells[column] ?? "").replaceAll('"', '""')}"`).join(",");
  return [heading, ...rows.map(line)].join(newline) + newline;
}

const mug: Cells = {
  Handle: "mug", Title: "Mug", Vendor: "Kiln", Tags: "clay, Gift ,clay,", Published: "true", "Option1 Name": "Title",
  "Option1 Value": "Default Title", "Variant Price": "12.90", "Variant Inventory Qty": "4", "Variant Grams": "340.194",
};

describe("Shopify's CSV", () => {
  it("reads a product without options", async () => {
    const { format, products, problems } = await readProducts(csv([{ ...mug, "Body (HTML)": "<p>Holds\n\"tea\"</p>" }]));
    expect([format, problems]).toEqual(["shopify", []]);
    expect(products[0]).toMatchObject({
      slug: "mug", title: "Mug", brand: "Kiln", tags: ["clay", "Gift"], options: [], categories: [], status: "active",
      descriptionHtml: '<p>Holds\n"tea"</p>',
      variants: [{ sku: null, options: [], priceMinor: 1290, compareAtMinor: null, weightGrams: 340, stock: 4 }],
    });
  });

  it("puts variant rows and picture rows of a handle together, pictures by their position", async () => {
    const shirt = { Handle: "shirt", "Variant Price": "30", "Option1 Value": "M" };
    const { products, problems } = await readProducts(
      csv([
        { ...shirt, Title: "Shirt", "Option1 Name": "Size", "Option2 Name": "Colour", "Option2 Value": "Red", "Image Src": "https://x.test/b.jpg", "Image Position": "2" },
        { ...shirt, "Option1 Value": "L", "Option2 Value": "Red", "Variant Image": "https://x.test/c.jpg", "Variant SKU": "L-RED", "Variant Compare At Price": "40.00" },
        { Handle: "shirt", "Image Src": "https://x.test/a.jpg", "Image Position": "1", "Image Alt Text": "From the front" },
      ]),
    );
    expect(problems).toEqual([]);
    expect(products).toHaveLength(1);
    expect(products[0]?.options).toEqual(["Size", "Colour"]);
    expect(products[0]?.variants.map(({ row, options, sku, compareAtMinor, imageUrl }) => ({ row, options, sku, compareAtMinor, imageUrl }))).toEqual([
      { row: 2, options: ["M", "Red"], sku: null, compareAtMinor: null, imageUrl: null },
      { row: 3, options: ["L", "Red"], sku: "L-RED", compareAtMinor: 4000, imageUrl: "https://x.test/c.jpg" },
    ]);
    expect(products[0]?.images).toEqual([
      { url: "https://x.test/a.jpg", alt: "From the front" },
      { url: "https://x.test/b.jpg", alt: "" },
      { url: "https://x.test/c.jpg", alt: "" },
    ]);
  });

  it("reads a byte order mark, CRLF, quoted newlines and empty lines, and still knows the line", async () => {
    const text = csv([{ ...mug, "Body (HTML)": "one\r\ntwo\r\nthree" }, { Handle: "cup", Title: "Cup", "Variant Price": "cheap" }], "\r\n");
    const { products, problems } = await readProducts(`\ufeff${text.replace(/\r\n"cup"/, '\r\n\r\n"cup"')}`);
    expect(products[0]?.descriptionHtml).toBe("one\r\ntwo\r\nthree");
    expect(problems).toEqual(['6 Variant Price: "cheap" is not a price in EUR; write it like 12.90.']);
  });

  it("names line, column and reason of odd prices, and lets the good products through", async () => {
    const bad = (Handle: string, price: string): Cells => ({ ...mug, Handle, "Variant Price": price });
    const { products, problems } = await readProducts(csv([bad("a", ""), bad("b", "12,90"), bad("c", "1.999"), bad("d", "-1"), bad("e", "$5"), mug]));
    expect(problems).toEqual([
      "2 Variant Price: The price is missing.",
      '3 Variant Price: "12,90" is not a price in EUR; write it like 12.90.',
      '4 Variant Price: "1.999" has more decimals than EUR, which has 2.',
      '5 Variant Price: "-1" is below zero.',
      '6 Variant Price: "$5" is not a price in EUR; write it like 12.90.',
    ]);
    expect(products.map(({ slug }) => slug)).toEqual(["mug"]);
  });

  it("takes less than nothing in stock as 0, and says so", async () => {
    const { products, warnings } = await readProducts(csv([{ ...mug, "Variant Inventory Qty": "-3" }]));
    expect(products[0]?.variants[0]?.stock).toBe(0);
    expect(warnings).toEqual(["2 Variant Inventory Qty: -3 are in stock; taken as 0."]);
  });

  it("refuses a handle that comes back later, a missing handle and a missing title", async () => {
    const { products, problems } = await readProducts(csv([mug, { ...mug, Handle: "cup" }, mug, { Title: "Nobody" }, { ...mug, Handle: "x", Title: "" }]));
    expect(products.map(({ slug }) => slug)).toEqual(["mug", "cup"]);
    expect(problems).toEqual([
      '4 Handle: "mug" was at line 2 already; all rows of a product must follow each other.',
      "5 Handle: The handle is missing.",
      "6 Title: The title is missing.",
    ]);
  });

  it("refuses variants that can't be told apart, and option values that are missing", async () => {
    const row = (value: string, sku: string): Cells => ({ Handle: "s", "Option1 Value": value, "Variant Price": "1", "Variant SKU": sku });
    const { problems } = await readProducts(csv([{ ...row("M", "a"), Title: "S", "Option1 Name": "Size" }, row("M", "a"), row("", "b")]));
    expect(problems).toEqual(["4 Option1 Value: The option's value is missing."]);
    const twins = await readProducts(csv([{ ...row("M", "a"), Title: "S", "Option1 Name": "Size" }, row("M", "a")]));
    expect(twins.problems).toEqual(["3 Option1 Value: M was at line 2 already.", "3 Variant SKU: The SKU was at line 2 already."]);
  });

  it("knows what is published, a draft or archived", async () => {
    const status = (Handle: string, Published: string, Status: string): Cells => ({ ...mug, Handle, Published, Status });
    const { products } = await readProducts(
      csv([status("a", "true", "active"), status("b", "FALSE", "active"), status("c", "true", "draft"), status("d", "true", "archived"), status("e", "", "")]),
    );
    expect(products.map((product) => product.status)).toEqual(["active", "draft", "draft", "archived", "active"]);
  });

  it("makes slugs of handles that are none, the same ones every time", async () => {
    const text = csv(["Blue_Shirt", "blue-shirt", "赤いシャツ"].map((Handle) => ({ ...mug, Handle })));
    const [first, second] = [await readProducts(text), await readProducts(text)];
    const slugs = first.products.map(({ slug }) => slug);
    expect(slugs[0]).toBe("blue-shirt");
    expect(slugs[1]).toMatch(/^blue-shirt-[0-9a-f]{8}$/);
    expect(slugs[2]).toMatch(/^product-[0-9a-f]{8}$/);
    expect(second.products.map(({ slug }) => slug)).toEqual(slugs);
  });

  it("takes the type as category, and tags only when asked to", async () => {
    const rows = csv([{ ...mug, Type: "Kitchen > Mugs" }, { ...mug, Handle: "cup", Tags: "gift-ideas" }]);
    expect((await readProducts(rows)).products.map(({ categories }) => categories)).toEqual([[["Kitchen", "Mugs"]], []]);
    expect((await readProducts(rows, { areTagsCategories: true })).products[1]?.categories).toEqual([["Gift Ideas"]]);
  });

  it("reads the columns as Shopify names them since 2024, in any order", async () => {
    const { format, products } = await readProducts(
      'Title,URL handle,Description,Price,Compare-at price,SKU,Inventory quantity,Weight value (grams),Product image URL,Status,Published on online store,My column\nMug,mug,"<b>x</b>",9.5,12,M-1,7,200,https://x.test/a.jpg,Active,TRUE,?\n',
    );
    expect(format).toBe("shopify");
    expect(products[0]).toMatchObject({ slug: "mug", status: "active", descriptionHtml: "<b>x</b>", images: [{ url: "https://x.test/a.jpg" }] });
    expect(products[0]?.variants[0]).toMatchObject({ priceMinor: 950, compareAtMinor: 1200, sku: "M-1", stock: 7, weightGrams: 200 });
  });

  it("says once which columns it leaves out, and what stock means otherwise", async () => {
    const text = csv([{ ...mug, "Variant Inventory Policy": "continue" }]).replaceAll("Status", "Colour of the box");
    expect((await readProducts(text)).notices).toEqual([
      "These columns mean nothing here and are left out: Colour of the box.",
      "Variants that may be sold beyond their stock in Shopify stop at 0 here (1 of them).",
    ]);
  });

  it("reads semicolons and UTF-16, and refuses what is no Unicode", async () => {
    const text = "Handle;Title;Variant Price\nmug;Müg;12.90\n";
    expect((await readProducts(text)).products[0]?.title).toBe("Müg");
    expect((await readProducts(Buffer.from(`\ufeff${text}`, "utf16le"))).products[0]?.title).toBe("Müg");
    await expect(readProducts(Buffer.from(text, "latin1"))).rejects.toThrow('save it as "CSV UTF-8"');
  });

  it("reports a quote that is never closed, with the line where it opens", async () => {
    const { products, problems } = await readProducts('Handle,Title,Variant Price\nmug,Mug,1\ncup,"Cup,2\nbowl,Bowl,3\n');
    expect(products.map(({ slug }) => slug)).toEqual(["mug"]);
    expect(problems).toEqual(["3 : A quote is opened here and never closed; nothing behind it could be read."]);
  });
});
