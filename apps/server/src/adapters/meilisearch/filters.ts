import type { EngineAttributeFilter, EngineFilters } from "@cartwright/core/search";

/** A text as a value in a filter. */
export function quoted(value: string): string {
  return `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

export function isOneOf(field: string, values: readonly string[]): string {
  return `${field} IN [${values.map(quoted).join(", ")}]`;
}

export const not = (condition: string) => `NOT (${condition})`;

/** What is chosen, as conditions that all have to be met. */
export function conditionsOf({ categoryId, brandIds, attributes, priceMinMinor: from, priceMaxMinor: to, isInStock }: EngineFilters): string[] {
  return [
    ...(categoryId === null ? [] : [`categoryIds = ${quoted(categoryId)}`]),
    ...(brandIds.length === 0 ? [] : [isOneOf("brandId", brandIds)]),
    ...attributes.flatMap(attributeCondition),
    ...(from === null ? [] : [`price >= ${from}`]),
    ...(to === null ? [] : [`price <= ${to}`]),
    ...(isInStock ? ["stock = 1"] : []),
  ];
}

export function priceBetween(from: number, to: number): string {
  return `price ${from} TO ${to}`;
}

/** Facets and what can only be filtered by are kept apart; which an attribute is the filter does not say. */
function attributeCondition({ code, type, values, min, max }: EngineAttributeFilter): string[] {
  const fields = type === "number" ? [`numbers.${code}`, `others.${code}`] : [`attributes.${code}`, `others.${code}`];
  const either = (condition: (field: string) => string) => `(${fields.map(condition).join(" OR ")})`;
  if (type !== "number") return values.length === 0 ? [] : [either((field) => isOneOf(field, values))];
  const numbers = values.map(Number).filter(Number.isFinite);
  return [
    ...(values.length === 0 ? [] : [numbers.length === 0 ? "id IN []" : either((field) => isOneOf(field, numbers.map(String)))]),
    ...rangeCondition(min, max).map((range) => either((field) => `${field} ${range}`)),
  ];
}

function rangeCondition(min: number | null, max: number | null): string[] {
  if (min !== null && max !== null) return [`${quoted(String(min))} TO ${quoted(String(max))}`];
  if (min !== null) return [`>= ${quoted(String(min))}`];
  return max === null ? [] : [`<= ${quoted(String(max))}`];
}
