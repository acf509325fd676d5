import { ApiError } from "./api-error.ts";
import { isAllowed, valuesOf, type Document } from "./filter.ts";
import type { StandInSettings } from "./settings.ts";

/** Which fields are to be counted; null for none. A field with others in it stands for all of them. */
export function readFacetNames(facets: unknown, { filterableAttributes }: StandInSettings): string[] | null {
  if (facets === undefined || facets === null) return null;
  const names = facets as string[];
  for (const name of names) {
    if (name !== "*" && !isAllowed(name, filterableAttributes)) {
      const available = filterableAttributes.map((each) => `\`${each}\``).join(", ");
      throw new ApiError("invalid_search_facets", `Invalid facet distribution: Attribute \`${name}\` is not filterable. Available filterable attributes patterns are: ${available}.`);
    }
  }
  return names.includes("*") ? [...filterableAttributes] : names;
}

export function countFacets(documents: readonly Document[], names: readonly string[], { faceting }: StandInSettings) {
  const facetDistribution: Record<string, Record<string, number>> = {};
  const facetStats: Record<string, { min: number; max: number }> = {};
  for (const field of [...new Set(documents.flatMap((document) => names.flatMap((name) => leavesOf(document, name))))].toSorted()) {
    const values = documents.flatMap((document) => [...new Set(valuesOf(document, field))].filter((value) => value !== null));
    const numbers = values.filter((value) => typeof value === "number");
    if (numbers.length > 0) facetStats[field] = { min: Math.min(...numbers), max: Math.max(...numbers) };
    facetDistribution[field] = distribution(values, faceting);
  }
  for (const name of names) if (documents.every((document) => leavesOf(document, name).length === 0) && !name.includes(".")) facetDistribution[name] ??= {};
  return { facetDistribution, facetStats };
}

function distribution(values: readonly unknown[], { maxValuesPerFacet, sortFacetValuesBy }: StandInSettings["faceting"]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  const byName = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const sorted = sortFacetValuesBy["*"] === "count" ? byName.toSorted(([, a], [, b]) => b - a) : byName;
  return Object.fromEntries(sorted.slice(0, maxValuesPerFacet));
}

/** The fields with values at or below a name. */
function leavesOf(document: Document, name: string): string[] {
  const leaves: string[] = [];
  const visit = (value: unknown, path: string) => {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`);
    else if (path === name || path.startsWith(`${name}.`)) leaves.push(path);
  };
  for (const [key, value] of Object.entries(document)) visit(value, key);
  return leaves;
}
