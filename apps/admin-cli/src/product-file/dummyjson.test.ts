import { describe, expect, it } from "vitest";
import { readProducts } from "../../test/read-products.ts";

const lamp = {
  id: 7, title: "Desk Lamp", description: "Bright & small.\nTurns.", category: "home-decoration", price: 19.99, discountPercentage: 20,
  stock: 5, brand: "Lumo", sku: "LMP-7", weight: 3, tags: ["light", "desk"], dimensions: { width: 10.5, height: 30, depth: 12 },
  warrantyInformation: "2 years", returnPolicy: "30 days", shippingInformation: "Ships in 1 week", minimumOrderQuantity: 2,
  rating: 4.1, reviews: [{ rating: 5 }], meta: { barcode: "4006381333931" }, images: ["https://x.test/1.webp", "https://x.test/2.webp"],
  thumbnail: "https://x.test/t.webp",
};

describe("dummyjson's products", () => {
  it("reads a bare array and an object with products, at once or on one line", async () => {
    const one = await readProducts(JSON.stringify([lamp], null, 2));
    const other = await readProducts(JSON.stringify({ products: [lamp], total: 1, skip: 0, limit: 0 }));
    expect([one.format, other.format]).toEqual(["dummyjson", "dummyjson"]);
    expect(one.products.map(withoutRows)).toEqual(other.products.map(withoutRows));
    expect(one.products[0]).toMatchObject({
      row: 2, slug: "desk-lamp", title: "Desk Lamp", brand: "Lumo", status: "active", categories: [["Home Decoration"]], tags: ["light", "desk"],
      descriptionHtml: "<p>Bright &amp; small.<br>Turns.</p>",
      variants: [{ sku: "LMP-7", barcode: "4006381333931", priceMinor: 1999, compareAtMinor: 2499, weightGrams: 3, stock: 5 }],
      images: [{ url: "https://x.test/1.webp", alt: "Desk Lamp" }, { url: "https://x.test/2.webp", alt: "Desk Lamp, picture 2" }],
    });
    expect(one.products[0]?.attributes.map(({ code, type, unit, value }) => [code, type, unit ?? null, value])).toEqual([
      ["width", "number", "cm", 10.5],
      ["height", "number", "cm", 30],
      ["depth", "number", "cm", 12],
      ["warranty", "text", null, "2 years"],
      ["shipping", "text", null, "Ships in 1 week"],
      ["return_policy", "text", null, "30 days"],
      ["minimum_order_quantity", "number", null, 2],
    ]);
    expect(one.notices).toEqual(["Reviews and ratings are left out."]);
  });

  it("takes only what is there", async () => {
    const { products, problems } = await readProducts(JSON.stringify([{ id: 1, title: "Pen", price: 1, thumbnail: "https://x.test/t.webp" }]));
    expect(problems).toEqual([]);
    expect(products[0]).toMatchObject({ slug: "pen", brand: null, categories: [], attributes: [], images: [{ url: "https://x.test/t.webp" }] });
    expect(products[0]?.variants[0]).toMatchObject({ sku: null, stock: null, compareAtMinor: null });
  });

  it("tells two of the same title apart by their id", async () => {
    const { products } = await readProducts(JSON.stringify([{ ...lamp, id: 1 }, { ...lamp, id: 2 }]));
    expect(products.map(({ slug }) => slug)).toEqual(["desk-lamp", "desk-lamp-2"]);
  });

  it("names line, field and reason of what is wrong, and lets the good ones through", async () => {
    const items = [lamp, { ...lamp, price: 1.999 }, { ...lamp, price: "free" }, { ...lamp, title: "" }, { ...lamp, stock: "many" }, 5];
    const { products, problems } = await readProducts(`[\n${items.map((item) => JSON.stringify(item)).join(",\n")},\n{"title": oops},\n${JSON.stringify({ ...lamp, title: "Last" })}\n]`);
    expect(products.map(({ title }) => title)).toEqual(["Desk Lamp", "Last"]);
    expect(problems).toEqual([
      '3 price: "1.999" has more decimals than EUR, which has 2.',
      '4 price: "free" is not a price in EUR; write it like 12.90.',
      "5 title: The title is missing.",
      '6 stock: "many" is not a number.',
      "7 : It is not a product.",
      expect.stringMatching(/^8 : It is not JSON: /),
    ]);
  });

  it("says that a file is cut off", async () => {
    await expect(readProducts(JSON.stringify([lamp, lamp]).slice(0, -40))).rejects.toThrow("ends in the middle");
  });

  it("knows currencies without decimals", async () => {
    const { problems } = await readProducts(JSON.stringify([{ ...lamp, price: 12.5 }]), { currency: "JPY" });
    expect(problems).toEqual(['1 price: "12.5" has more decimals than JPY, which has 0.']);
  });
});

function withoutRows(product: { row: number; variants: { row: number }[] }): object {
  return { ...product, row: 0, variants: product.variants.map((variant) => ({ ...variant, row: 0 })) };
}
