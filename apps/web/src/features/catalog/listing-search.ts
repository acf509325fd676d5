import { productSorts, type AttributeFilter, type ListProductsInput, type ProductSort } from "@cartwright/core/catalog/schemas";
import { parseDecimal } from "../../lib/money.ts";
import { listOf, textOf } from "../../lib/search-params.ts";

/** `attr.material=Stoneware`, `attr.capacity.min=300`: one name of the query string for each attribute. */
type AttributeName = `attr.${string}`;

/** A list's filters and order as they stand in the address. */
export interface ListingSearch {
  sort?: ProductSort;
  cursor?: string;
  brand?: string[];
  tag?: string[];
  /** In whole currency units, `12.50`. */
  price_min?: string;
  price_max?: string;
  in_stock?: "1";
  [attribute: AttributeName]: string[];
}

/** Where a list starts from: a category, a brand, or everything. */
export interface ListingBase {
  category?: string;
  brand?: string;
}

const maxValues = 50;
const maxAttributes = 20;

/** Takes what makes sense of a query string; the rest is dropped. */
export function readListingSearch(raw: Record<string, unknown>): ListingSearch {
  const search: ListingSearch = {};
  const sort = readSort(textOf(raw["sort"]));
  if (sort && sort !== "newest") search.sort = sort;
  const cursor = textOf(raw["cursor"]);
  if (cursor && cursor.length <= 2_000) search.cursor = cursor;
  for (const name of ["brand", "tag"] as const) {
    const values = listOf(raw[name]).filter((value) => value.length <= 100).slice(0, maxValues);
    if (values.length > 0) search[name] = values;
  }
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

export function readSort(text: string | undefined): ProductSort | undefined {
  return productSorts.find((sort) => sort === text);
}

/** The query of a list. */
export function listingInput(base: ListingBase, search: ListingSearch, currency: string): ListProductsInput {
  const amount = (text: string | undefined) => (text === undefined ? undefined : (parseDecimal(text, currency) ?? undefined));
  const attributes = attributeFilters(search);
  const brands = base.brand ? [base.brand] : search.brand;
  const [priceMinMinor, priceMaxMinor] = [amount(search.price_min), amount(search.price_max)];
  return {
    limit: 24,
    sort: search.sort ?? "newest",
    ...(search.cursor ? { cursor: search.cursor } : {}),
    ...(base.category ? { category: base.category } : {}),
    ...(brands ? { brands } : {}),
    ...(search.tag ? { tags: search.tag } : {}),
    ...(priceMinMinor === undefined ? {} : { priceMinMinor }),
    ...(priceMaxMinor === undefined ? {} : { priceMaxMinor }),
    ...(attributes.length > 0 ? { attributes } : {}),
    ...(search.in_stock ? { inStock: true } : {}),
  };
}

/** The same list from its beginning with one value more or less. */
export function toggleValue(search: ListingSearch, name: "brand" | "tag" | AttributeName, value: string): ListingSearch {
  const before = search[name] ?? [];
  const values = before.includes(value) ? before.filter((item) => item !== value) : [...before, value];
  return withoutEmpty({ ...search, [name]: values });
}

/** The same list from its beginning with other single values; undefined takes one away. */
export function changeSearch(search: ListingSearch, changes: { [name in keyof ListingSearch]?: ListingSearch[name] | undefined }): ListingSearch {
  return withoutEmpty({ ...search, ...changes });
}

/** Whether anything but the order narrows the list. */
export function isNarrowed(search: ListingSearch): boolean {
  return Object.keys(search).some((name) => name !== "sort" && name !== "cursor");
}

export function attributeName(code: string, bound?: "min" | "max"): AttributeName {
  return bound ? `attr.${code}.${bound}` : `attr.${code}`;
}

function withoutEmpty(search: { [name in keyof ListingSearch]?: ListingSearch[name] | undefined }): ListingSearch {
  const kept = Object.entries(search).filter(([name, value]) => name !== "cursor" && value !== undefined && value.length > 0);
  // Each name kept comes with a value that a listing search gave it.
  return Object.fromEntries(kept) as ListingSearch;
}

function isAttribute(name: string): name is AttributeName {
  return /^attr\.[a-z0-9_]{1,60}(\.(min|max))?$/.test(name);
}

function attributeFilters(search: ListingSearch): AttributeFilter[] {
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
