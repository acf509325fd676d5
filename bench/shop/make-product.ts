import type { ImportProductDraft } from "@cartwright/core/catalog/schemas";
import { Random } from "./random.ts";
import { adjectives, brandEnds, brandStarts, colours, departments, materials, sentences, sizes, tags } from "./words.ts";

const leaves = Object.entries(departments).flatMap(([department, groups]) =>
  Object.entries(groups).flatMap(([group, kinds]) => kinds.map((kind) => [department, group, kind])),
);

const newestAt = Date.UTC(2026, 0, 1);
const secondsBetween = 97;

/** Product number `index` of a shop, the same each time: what an import file would say of it. */
export function makeProduct(index: number, seed = 1): ImportProductDraft {
  const random = new Random(seed * 1_000_003 + index);
  const path = random.pick(leaves);
  const material = random.pick(materials);
  const title = `${random.pick(adjectives)} ${material.toLowerCase()} ${(path[2] ?? "").toLowerCase()} no. ${index + 1}`;
  const slug = title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const pictures = Array.from({ length: random.between(1, 3) }, (_, i) => ({
    url: `https://pictures.example/${seed}/${index}-${i + 1}.webp`,
    alt: i === 0 ? title : `${title}, view ${i + 1}`,
  }));
  return {
    row: index + 1,
    slug,
    title,
    descriptionHtml: describe(random),
    brand: `${random.pick(brandStarts)} ${random.pick(brandEnds)}`,
    categories: random.chance(0.2) ? [path, random.pick(leaves)] : [path],
    tags: tags.filter(() => random.chance(0.15)),
    images: pictures,
    attributes: [
      { code: "material", name: "Material", type: "list", value: [material] },
      { code: "weight", name: "Weight", type: "number", unit: "g", value: random.between(5, 500) * 10 },
      { code: "handmade", name: "Made by hand", type: "boolean", value: random.chance(0.3) },
      { code: "origin", name: "Origin", type: "text", value: random.pick(["Portugal", "Germany", "Japan", "Sweden", "Wales"]) },
    ],
    publishedAt: new Date(newestAt - index * secondsBetween * 1_000).toISOString(),
    ...makeVariants(random, index),
  };
}

function describe(random: Random): string {
  return Array.from({ length: random.between(2, 5) }, () => `<p>${random.pick(sentences)} ${random.pick(sentences)}</p>`).join("");
}

function makeVariants(random: Random, index: number): Pick<ImportProductDraft, "options" | "variants"> {
  const count = random.between(1, 3);
  const [option, values] = random.chance(0.5) ? ["Size", sizes] : ["Colour", colours];
  const priceMinor = random.between(3, 200) * 100 - 5;
  const isReduced = random.chance(0.15);
  const variants = Array.from({ length: count }, (_, i) => ({
    row: index + 1,
    sku: `SKU-${index + 1}-${i + 1}`,
    barcode: random.chance(0.5) ? String(4_000_000_000_000 + index * 10 + i) : null,
    options: count === 1 ? [] : [values[i] ?? ""],
    priceMinor: priceMinor + i * 250,
    compareAtMinor: isReduced ? Math.round((priceMinor + i * 250) * 1.25) : null,
    weightGrams: random.between(5, 500) * 10,
    // Enough that buyers at full speed do not empty the shop; one in twenty is sold out.
    stock: random.chance(0.05) ? 0 : random.between(20_000, 90_000),
  }));
  return { options: count === 1 ? [] : [option], variants };
}
