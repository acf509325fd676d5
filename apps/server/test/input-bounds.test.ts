import { expect, it } from "vitest";
import { z } from "zod";
import { procedures } from "../src/procedures.ts";

interface Shape {
  type?: string | string[];
  maxLength?: number;
  maxItems?: number;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  $ref?: string;
  pattern?: string;
  properties?: Record<string, Shape>;
  items?: Shape;
  prefixItems?: Shape[];
  additionalProperties?: Shape | boolean;
  propertyNames?: Shape;
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
}

/** Fields that take a text or a list of any length. */
function unbounded(shape: Shape, path: string, outer: Shape[] = []): string[] {
  const around = [...outer, shape];
  const isBoundedAround = around.some(({ maxLength }) => maxLength !== undefined);
  const inside = [
    ...Object.entries(shape.properties ?? {}).flatMap(([name, property]) => unbounded(property, `${path}.${name}`)),
    ...(shape.items ? unbounded(shape.items, `${path}[]`) : []),
    ...(typeof shape.additionalProperties === "object" ? unbounded(shape.additionalProperties, `${path}{}`) : []),
    ...(shape.allOf ?? []).flatMap((part) => unbounded(part, path, [...around, ...(shape.allOf ?? [])])),
    ...[...(shape.anyOf ?? []), ...(shape.oneOf ?? [])].flatMap((part) => unbounded(part, path, around)),
  ];
  const isOpenText = !(shape.pattern && isBoundedPattern(shape.pattern)) && shape.format !== "date" && shape.type === "string" && !isBoundedAround && shape.enum === undefined && shape.const === undefined;
  const isOpenList = shape.type === "array" && shape.maxItems === undefined && shape.prefixItems === undefined;
  return [...(isOpenText || isOpenList ? [path] : []), ...inside];
}

/** From beginning to end, and no part of it as often as one likes. */
const isBoundedPattern = (pattern: string) => /^\^(?!.*\|).*\$$/s.test(pattern) && !/(?<!\\)[*+]|\{\d+,\}/.test(pattern);

/** Any text is searched for, and its first 1,000 characters count. */
const takesAnyText = ["search.products.text", "search.suggest.text"];

it("every text and every list that a procedure takes has a bound", () => {
  const open = procedures.flatMap(({ path, inputs }) => {
    // Every procedure's input is one of zod's.
    return (inputs as z.ZodType[]).flatMap((input) => unbounded(z.toJSONSchema(input, { io: "input", unrepresentable: "any", reused: "inline" }) as Shape, path));
  });
  expect(open).toEqual(takesAnyText);
});
