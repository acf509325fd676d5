import type { DrawingKind, PaletteName } from "../drawings/index.ts";
import { barcodeFor } from "./barcode.ts";
import type { DemoImage, DemoProduct, DemoVariant } from "./types.ts";

/**
 * One figure for all variants, or figures by option value. The most exact key wins:
 * "Oat / Large", then "Large" or "Oat", then "*" for the rest.
 */
export type PerVariant = number | Record<string, number>;

type View = "detail" | "scene";
type Shape = Record<string, number>;

export interface Look {
  kind: DrawingKind;
  shape?: Shape;
  /** One palette, or one front picture for each named option value. */
  tones: PaletteName | Record<string, PaletteName | readonly [PaletteName, Shape]>;
  /** Further views of the first picture, with their alt text. */
  and?: Partial<Record<View, string>>;
  /** What the pictures show, when the title alone does not say it. */
  noun?: string;
}

export interface ProductSheet {
  title: string;
  slug?: string;
  brand: string;
  in: readonly string[];
  tags?: readonly string[];
  text: string;
  /** Brand, kind and name: "PEL-MUG-FIELD". Option values add their own letters. */
  sku: string;
  options?: Record<string, readonly string[]>;
  price: PerVariant;
  was?: PerVariant;
  weight: PerVariant;
  stock: PerVariant;
  barcode?: boolean;
  look: Look;
  facts?: DemoProduct["attributes"];
  days: number;
  seo?: readonly [title: string, description: string];
}

export function makeProduct(sheet: ProductSheet): DemoProduct {
  const { title, look, options = {}, seo } = sheet;
  const { images, imageOf } = pictures(title, look);
  const choices = Object.entries(options).map(([name, values]) => ({ name, values }));
  for (const figures of [sheet.price, sheet.was, sheet.weight, sheet.stock]) refuseStrangers(title, figures, choices);
  return {
    slug: sheet.slug ?? slugOf(title),
    title,
    descriptionHtml: sheet.text.trim().replace(/\n\s*/g, "\n"),
    brand: sheet.brand,
    categories: sheet.in,
    tags: [...(sheet.tags ?? []), ...(sheet.was === undefined ? [] : ["sale"])],
    options: choices,
    variants: combine(choices).map((chosen) => variantOf(sheet, chosen, imageOf)),
    images,
    attributes: sheet.facts ?? {},
    ...(seo && { seoTitle: seo[0], seoDescription: seo[1] }),
    publishedDaysAgo: sheet.days,
  };
}

function variantOf(sheet: ProductSheet, options: Record<string, string>, imageOf: (values: string[]) => number): DemoVariant {
  const values = Object.values(options);
  const sku = [sheet.sku, ...values.map(lettersOf)].join("-");
  const compareAtMinor = sheet.was === undefined ? 0 : pick(sheet.was, values, 0);
  return {
    sku,
    ...(sheet.barcode !== false && { barcode: barcodeFor(sku) }),
    options,
    priceMinor: pick(sheet.price, values),
    ...(compareAtMinor > 0 && { compareAtMinor }),
    weightGrams: pick(sheet.weight, values),
    stock: pick(sheet.stock, values),
    image: imageOf(values),
  };
}

function pictures(title: string, { kind, shape, tones, and = {}, noun = title }: Look) {
  const fronts = typeof tones === "string" ? [["", tones] as const] : Object.entries(tones);
  const images: DemoImage[] = fronts.map(([value, tone]) => {
    const [palette, own] = typeof tone === "string" ? [tone, {}] : tone;
    return { alt: value ? `${noun}, ${value.toLowerCase()}` : noun, drawing: draw(kind, palette, { ...shape, ...own }) };
  });
  const first = images[0] as DemoImage;
  for (const [view, alt] of Object.entries(and) as [View, string][]) images.push({ alt, drawing: { ...first.drawing, view } });
  const imageOf = (values: string[]) => Math.max(0, fronts.findIndex(([value]) => values.includes(value)));
  return { images, imageOf };
}

const draw = (kind: DrawingKind, palette: PaletteName, shape: Shape) => ({ kind, palette, ...(Object.keys(shape).length && { shape }) });

function pick(figures: PerVariant, values: readonly string[], otherwise?: number): number {
  if (typeof figures === "number") return figures;
  const keys = [values.join(" / "), ...values.toReversed(), "*"];
  const found = keys.map((key) => figures[key]).find((figure) => figure !== undefined) ?? otherwise;
  if (found === undefined) throw new Error(`No figure for ${values.join(" / ")}`);
  return found;
}

/** A figure for a value that is not sold is a slip of the pen. */
function refuseStrangers(title: string, figures: PerVariant | undefined, options: DemoProduct["options"]) {
  const known = new Set(["*", ...options.flatMap(({ values }) => values)]);
  for (const key of Object.keys(typeof figures === "object" ? figures : {}))
    for (const value of key.split(" / ")) if (!known.has(value)) throw new Error(`${title} has no ${value}`);
}

function combine(options: readonly { name: string; values: readonly string[] }[]): Record<string, string>[] {
  return options.reduce<Record<string, string>[]>(
    (rows, { name, values }) => rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value }))),
    [{}],
  );
}

/** "Black ash" is BAS, "Charcoal" is CHR, "Oat" is OAT, "20 cm" is 20, "EU 41" is 41, "XL" is XL. */
function lettersOf(value: string): string {
  const digits = value.match(/\d+/g)?.join("");
  if (digits) return digits;
  const words = value.toUpperCase().replace(/[^A-Z ]/g, "").split(" ").filter(Boolean);
  const [first = "", second] = words;
  if (second) return first[0] + second.slice(0, 2);
  const consonants = first[0] + first.slice(1).replace(/[AEIOU]/g, "");
  return (consonants.length < 3 ? first : consonants).slice(0, 3);
}

const slugOf = (title: string) =>
  title.toLowerCase().replace(/&/g, "and").replace(/[’']/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
