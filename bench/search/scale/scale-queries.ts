import { Random } from "../../shop/random.ts";
import { slip, letterSlips } from "../misspell/slip.ts";
import { brandNames, categories, scaleProduct, type ScaleProduct } from "./scale-product.ts";
import { colours, materials } from "./words.ts";

export interface ScaleQuery {
  kind: "kind" | "words" | "brand" | "name" | "misspelt" | "filtered" | "code";
  text: string;
  brandIndex?: number;
  categoryIndex?: number;
  inStock?: boolean;
}

/** What shoppers of such a shop type: each query is taken from a product that is there, so frequent things are asked for often. */
export function scaleQueries(products: number, count: number, seed: number): ScaleQuery[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => queryFor(scaleProduct(random.between(0, products - 1)), random));
}

function queryFor(product: ScaleProduct, random: Random): ScaleQuery {
  const kind = product.kind.name.toLowerCase();
  const [colour, material] = [(colours[product.colour] ?? "").toLowerCase(), (materials[product.material] ?? "").toLowerCase()];
  const share = random.next();
  if (share < 0.2) return { kind: "kind", text: kind };
  if (share < 0.5) return { kind: "words", text: random.pick([`${colour} ${kind}`, `${material} ${kind}`, `${colour} ${material} ${kind}`]) };
  if (share < 0.6) return { kind: "brand", text: `${brandNames[product.brand] ?? ""} ${kind}`.toLowerCase() };
  if (share < 0.7) return { kind: "name", text: product.title.toLowerCase().split(" ").slice(0, 3).join(" ") };
  if (share < 0.8) return { kind: "misspelt", text: misspelt(`${colour} ${kind}`, random) };
  if (share < 0.85) return { kind: "code", text: `SC-${product.index}-0` };
  const text = random.pick([kind, `${material} ${kind}`]);
  return random.pick<ScaleQuery>([
    { kind: "filtered", text, brandIndex: product.brand },
    { kind: "filtered", text, inStock: true },
    { kind: "filtered", text, categoryIndex: categories[product.kind.category] ? product.kind.category : 0 },
  ]);
}

function misspelt(text: string, random: Random): string {
  const words = text.split(" ");
  const place = words.findIndex((word) => word.length === Math.max(...words.map(({ length }) => length)));
  return words.with(place, slip(words[place] ?? "", random.pick(letterSlips), random) ?? text).join(" ");
}

/** The same texts as they are being typed: the last word is cut short. */
export function typedBeginnings(queries: readonly ScaleQuery[]): string[] {
  const random = new Random(22);
  return queries.filter(({ kind }) => kind !== "code").map(({ text }) => {
    const at = text.lastIndexOf(" ") + 1;
    return text.slice(0, at + random.between(2, Math.max(2, Math.min(6, text.length - at))));
  });
}
