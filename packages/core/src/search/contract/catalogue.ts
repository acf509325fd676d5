import { importProducts } from "../../catalog/index.ts";
import type { ImportProductDraft } from "../../catalog/schemas.ts";
import { openDefaultLocation } from "../../inventory/index.ts";
import type { Context } from "../../kernel/index.ts";

type Facts = Partial<Pick<ImportProductDraft, "brand" | "tags" | "descriptionHtml">> & {
  sku?: string;
  barcode?: string;
  price?: number;
  stock?: number;
  in?: string[];
  attributes?: Record<string, string | number | boolean | string[]>;
  sizes?: string[];
};

const units: Record<string, string> = { capacity: "ml" };

function product(title: string, { sku, barcode, price = 10, stock = 5, in: path, attributes = {}, sizes, ...rest }: Facts = {}): Omit<ImportProductDraft, "row"> {
  const slug = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  const variant = { row: 1, priceMinor: price * 100, stock };
  return {
    slug,
    title,
    ...rest,
    categories: path ? [path] : [],
    options: sizes ? ["Size"] : [],
    variants: sizes ? sizes.map((size, i) => ({ ...variant, options: [size], sku: sku ? `${sku}-${i}` : null })) : [{ ...variant, sku: sku ?? null, barcode: barcode ?? null }],
    attributes: Object.entries(attributes).map(([code, value]) => ({
      code,
      type: typeof value === "string" ? "text" : typeof value === "number" ? "number" : typeof value === "boolean" ? "boolean" : "list",
      unit: units[code] ?? null,
      value,
    })),
  };
}

const drinking = ["Kitchen", "Drinking"];
const cooking = ["Kitchen", "Cooking"];
const clothing = ["Clothing"];

/** A small shop in which every kind of query has an answer that nobody disputes. */
export const contractProducts = [
  product("Blue Mug", { brand: "Larkfield", sku: "MUG-001-BL", barcode: "4006381333931", price: 12, in: drinking, attributes: { colour: ["Blue"], material: "stoneware", capacity: 350, dishwasher_safe: true } }),
  product("Red Mug", { brand: "Larkfield", sku: "MUG-001-RD", price: 12, stock: 0, in: drinking, attributes: { colour: ["Red"], material: "stoneware", capacity: 350, dishwasher_safe: true } }),
  product("Enamel Camping Mug", { brand: "Hearth & Pine", price: 9, in: drinking, attributes: { colour: ["Blue", "White"], material: "enamel", capacity: 500 } }),
  product("Mug Rack", { brand: "Hearth & Pine", price: 30, in: ["Kitchen", "Storage"], descriptionHtml: "<p>Holds six cups.</p>" }),
  product("Espresso Machine", { brand: "Caffè Bora", sku: "EM-9000", price: 299, in: cooking, descriptionHtml: "<p>Fifteen bars of pressure, and a <b>milk frother</b>.</p>" }),
  product("Espresso Cups, Set of 6", { brand: "Caffè Bora", price: 35, in: drinking, attributes: { capacity: 80 } }),
  product("Electric Kettle 1.5 l", { brand: "Brightwell", price: 49, in: cooking, attributes: { capacity: 1_500 } }),
  product("Travel Kettle", { brand: "Brightwell", price: 25, in: cooking, attributes: { capacity: 500 }, descriptionHtml: "<p>Folds flat. Boils half a litre.</p>" }),
  product("Cast-Iron Skillet 26 cm", { brand: "Hearth & Pine", price: 45, in: cooking, attributes: { material: "cast iron" } }),
  product("Copper Saucepan", { brand: "Hearth & Pine", price: 80, in: cooking, attributes: { material: "copper" } }),
  product("Crème Brûlée Dish", { brand: "Larkfield", price: 8, in: ["Kitchen", "Tableware"], attributes: { colour: ["White"] } }),
  product("Wine Glasses, Set of 4", { brand: "Larkfield", price: 28, in: drinking, attributes: { material: "glass" } }),
  product("Berry Bowl", { brand: "Larkfield", price: 18, in: ["Kitchen", "Tableware"], descriptionHtml: "<p>For strawberries straight from the garden.</p>" }),
  product("Lunchbox", { brand: "Brightwell", price: 15, in: ["Kitchen", "Storage"] }),
  product("Bread Bin", { brand: "Hearth & Pine", price: 40, in: ["Kitchen", "Storage"], attributes: { material: "oak" }, descriptionHtml: "<p>Stands well beside plates of Larkfield.</p>" }),
  product("Cotton T-Shirt", { brand: "Mørk", sku: "TS", price: 20, in: clothing, sizes: ["S", "M", "L"], attributes: { colour: ["White"], material: "cotton" } }),
  product("Wool Sweater", { brand: "Mørk", price: 90, in: clothing, sizes: ["M", "L"], attributes: { colour: ["Grey"], material: "wool" } }),
  product("Women’s Rain Jacket", { brand: "Mørk", price: 120, in: clothing, attributes: { colour: ["Yellow"], waterproof: true }, tags: ["outdoor"] }),
  product("Wi-Fi Thermometer", { brand: "Brightwell", price: 33, in: ["Electronics"], descriptionHtml: "<p>Tells the temperature of a roast.</p>" }),
  product("USB-C Cable 2 m", { brand: "Voltara", sku: "USB-2M", price: 11, in: ["Electronics"] }),
  product("Headphones", { brand: "Voltara", price: 150, in: ["Electronics"] }),
  product("Phone Case", { brand: "Voltara", price: 14, in: ["Electronics"] }),
  product("Garden Chair", { brand: "Hearth & Pine", price: 60, in: ["Garden"] }),
  product("Watering Can", { brand: "Hearth & Pine", price: 22, in: ["Garden"], descriptionHtml: "<p>A long spout for the kitchen herbs, too.</p>" }),
  product("The Long Way Home", { brand: "Paperhouse", price: 16, in: ["Books"] }),
];

/** Puts the products into an empty shop. Returns their ids by title. */
export async function fillContractShop(ctx: Context): Promise<void> {
  await openDefaultLocation(ctx);
  const { results } = await importProducts(ctx, { products: contractProducts.map((draft, i) => ({ ...draft, row: i + 1 })), isDryRun: false });
  const failed = results.filter(({ outcome }) => outcome !== "created");
  if (failed.length > 0) throw new Error(`the shop could not be filled: ${JSON.stringify(failed)}`);
}
