import { Random } from "../../shop/random.ts";
import { colours, departments, features, inventNames, materials, rooms, sentences, styles } from "./words.ts";

export interface Kind {
  name: string;
  /** Places in the list of categories. */
  category: number;
}

/** A product of a large shop, before it has ids. */
export interface ScaleProduct {
  index: number;
  title: string;
  description: string;
  brand: number;
  kind: Kind;
  colour: number;
  material: number;
  style: number;
  room: number;
  weightGrams: number;
  /** Sizes; none for a product with a single variant. */
  sizes: readonly string[];
  priceMinor: number;
  stock: number;
  /** Units sold lately. */
  sold: number;
  publishedAt: Date;
}

export const brandNames = inventNames(4_000, new Random(11));
const seriesNames = inventNames(30_000, new Random(12));
const designers = inventNames(3_000, new Random(13));

/** Departments, their groups, and the kinds in them; parents come before what is below. */
export const categories = Object.entries(departments).flatMap(([department, groups]) => [
  { name: department, parent: null as string | null },
  ...Object.keys(groups).map((name) => ({ name, parent: department })),
]);
const kinds: Kind[] = Object.values(departments).flatMap((groups) =>
  Object.entries(groups).flatMap(([group, names]) => names.map((name) => ({ name, category: categories.findIndex(({ name }) => name === group) }))),
);

const newestAt = Date.UTC(2026, 0, 1);
const clothes = ["S", "M", "L", "XL"];

/** A few are frequent and most are rare, as in any shop: the first of a list comes up as often as Zipf says. */
export function skewed(random: Random, length: number): number {
  return Math.min(length - 1, Math.floor((length + 1) ** random.next() - 1));
}

/** Spread a little more evenly, for what shops have a choice of. */
function mild(random: Random, length: number): number {
  return Math.floor(length * random.next() ** 1.6);
}

const kindOrder = shuffledKinds();

/** Product number `index` of the shop, the same each time. */
export function scaleProduct(index: number): ScaleProduct {
  const random = new Random(7_000_003 + index);
  const kind = kindOrder[mild(random, kindOrder.length)] ?? { name: "Mug", category: 0 };
  const [brand, series] = [skewed(random, brandNames.length), skewed(random, seriesNames.length)];
  const [colour, material] = [mild(random, colours.length), mild(random, materials.length)];
  const [style, room] = [mild(random, styles.length), mild(random, rooms.length)];
  const weightGrams = Math.round(50 * 400 ** random.next());
  const size = `${random.between(2, 24) * 5} x ${random.between(2, 40) * 5}`;
  const words = {
    kind: kind.name.toLowerCase(),
    colour: colours[colour] ?? "",
    material: (materials[material] ?? "").toLowerCase(),
    style: (styles[style] ?? "").toLowerCase(),
    room: (rooms[room] ?? "").toLowerCase(),
    series: seriesNames[series] ?? "",
    brand: brandNames[brand] ?? "",
    designer: `${designers[skewed(random, designers.length)]} ${designers[skewed(random, designers.length)]}`,
    size,
    weight: String(weightGrams),
  };
  const sizes = ["Women", "Men", "Shoes"].includes(categories[kind.category]?.name ?? "") ? clothes.slice(0, random.between(1, 4)) : [];
  return {
    index,
    title: titleOf(words, random),
    description: Array.from({ length: random.between(3, 9) }, () => fill(sentences[mild(random, sentences.length)] ?? "", words)).join(" "),
    brand,
    kind,
    colour,
    material,
    style,
    room,
    weightGrams,
    sizes,
    priceMinor: Math.round(300 * 700 ** random.next()) * 5 - 5 || 95,
    stock: random.chance(0.12) ? 0 : random.between(1, 200),
    sold: random.chance(0.25) ? 1 + skewed(random, 800) : 0,
    publishedAt: new Date(newestAt - Math.floor(1_600 * random.next() ** 2 * 86_400_000)),
  };
}

type Words = Record<"kind" | "colour" | "material" | "style" | "room" | "series" | "brand" | "designer" | "size" | "weight", string>;

function titleOf(words: Words, random: Random): string {
  const parts = [
    random.chance(0.35) ? words.brand : "",
    random.chance(0.75) ? words.series : "",
    random.chance(0.4) ? words.style : "",
    random.chance(0.45) ? words.colour.toLowerCase() : "",
    random.chance(0.5) ? words.material : "",
    words.kind,
    random.chance(0.3) ? random.pick(features) : "",
    random.chance(0.15) ? `${words.size} cm` : "",
  ];
  const title = parts.filter(Boolean).join(" ");
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}`;
}

function fill(sentence: string, words: Words): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: keyof Words) => words[name]);
}

/** Which kinds there are most of has nothing to do with their place in the list. */
function shuffledKinds(): Kind[] {
  const random = new Random(14);
  return kinds.map((kind) => ({ kind, at: random.next() })).toSorted((a, b) => a.at - b.at).map(({ kind }) => kind);
}
