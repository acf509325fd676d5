import type { AttributeFilter } from "@cartwright/core/catalog/schemas";
import { parseDecimal } from "./money.ts";
import { listOf, textOf } from "./search-params.ts";

/** `attr.material=Stoneware`, `attr.capacity.min=300`: one name of the query string for each attribute. */
export type AttributeName = `attr.${string}`;

/** What narrows a list of products, as it stands in the address. */
export interface FilterSearch {
  brand?: string[];
  /** In whole currency units, `12.50`. */
  price_min?: string;
  price_max?: string;
  in_stock?: "1";
  [attribute: AttributeName]: string[];
}

/** Other single values of it; undefined takes one away. */
export type Changes<Search> = { [name in keyof Search]?: Search[name] | undefined };

const maxValues = 50;
const maxAttributes = 20;
/** A filter that changes starts the list anew. */
const places: readonly string[] = ["cursor", "page"];

/** Takes what makes sense of a query string; the rest is dropped. */
export function readFilterSearch(raw: Record<string, unknown>): FilterSearch {
  const search: FilterSearch = {};
  const brand = readHandles(raw["brand"]);
  if (brand) search.brand = brand;
  for (const name of ["price_min", "price_max"] as const) {
    const value = textOf(raw[name]);
    if (value && /^\d{1,9}(\.\d{1,3})?$/.test(value)) search[name] = value;
  }
  if (textOf(raw["in_stock"]) === "1") search.in_stock = "1";
  for (const [name, value] of Object.entries(raw)) {
    if (!isAttribute(name)) continue;
    const values = listOf(value).filter((item) => item.length <= 200).slice(0, maxValues);
    if (values.length > 0) search[name] = values;
  }
  return search;
}

/** Slugs or ids; undefined when there are none. */
export function readHandles(raw: unknown): string[] | undefined {
  const handles = listOf(raw).filter((value) => value.length <= 100).slice(0, maxValues);
  return handles.length > 0 ? handles : undefined;
}

interface FilterInput {
  brands?: string[];
  priceMinMinor?: number;
  priceMaxMinor?: number;
  attributes?: AttributeFilter[];
  inStock?: boolean;
}

/** The part of a query that the filters are. */
export function filterInput(search: FilterSearch, currency: string): FilterInput {
  const amount = (text: string | undefined) => (text === undefined ? undefined : (parseDecimal(text, currency) ?? undefined));
  const attributes = attributeFilters(search);
  const [priceMinMinor, priceMaxMinor] = [amount(search.price_min), amount(search.price_max)];
  return {
    ...(search.brand ? { brands: search.brand } : {}),
    ...(priceMinMinor === undefined ? {} : { priceMinMinor }),
    ...(priceMaxMinor === undefined ? {} : { priceMaxMinor }),
    ...(attributes.length > 0 ? { attributes } : {}),
    ...(search.in_stock ? { inStock: true } : {}),
  };
}

/** The same list from its beginning, with other filters. */
export function changeSearch<Search extends FilterSearch>(search: Search, changes: Changes<Search>): Search {
  const kept = Object.entries<unknown>({ ...search, ...changes }).filter(([name, value]) => !places.includes(name) && hasLength(value));
  // Each name kept comes with a value that it may have.
  return Object.fromEntries(kept) as unknown as Search;
}

/** One value more, or one less. */
export function toggled(values: readonly string[] | undefined, value: string): string[] {
  const before = values ?? [];
  return before.includes(value) ? before.filter((item) => item !== value) : [...before, value];
}

export function attributeName(code: string, bound?: "min" | "max"): AttributeName {
  return bound ? `attr.${code}.${bound}` : `attr.${code}`;
}

function hasLength(value: unknown): boolean {
  return (typeof value === "string" || Array.isArray(value)) && value.length > 0;
}

function isAttribute(name: string): name is AttributeName {
  return /^attr\.[a-z0-9_]{1,60}(\.(min|max))?$/.test(name);
}

function attributeFilters(search: FilterSearch): AttributeFilter[] {
  const filters = new Map<string, AttributeFilter>();
  for (const [name, values] of Object.entries(search)) {
    if (!isAttribute(name) || !Array.isArray(values)) continue;
    const [, code = "", bound] = name.split(".");
    const filter = filters.get(code) ?? { code };
    filters.set(code, filter);
    const number = Number(values[0]);
    if (bound === "min" && Number.isFinite(number)) filter.min = number;
    else if (bound === "max" && Number.isFinite(number)) filter.max = number;
    else if (!bound) filter.values = values;
  }
  return [...filters.values()].slice(0, maxAttributes);
}
