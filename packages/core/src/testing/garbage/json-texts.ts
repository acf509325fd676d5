import fc, { type Arbitrary } from "fast-check";
import { nastyNames, nastyText } from "./nasty-texts.ts";

/** As much of JSON Schema as zod writes of an input. */
export interface JsonSchema {
  type?: string | readonly string[];
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly JsonSchema[];
  oneOf?: readonly JsonSchema[];
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
}

export interface JsonOptions {
  /** Things that are there, by the name of the field that names them. */
  known: (field: string) => readonly unknown[];
  /** Whether any part may be what it must not be. */
  isSpoilt: boolean;
}

/**
 * The JSON of values that a schema describes: with `isSpoilt`, each part is now and then at or over a limit, of another
 * type, missing, or unheard of. Text and not values: JSON can say more than a value can, such as 1e999 or one name twice.
 */
export function jsonTexts(schema: JsonSchema, options: JsonOptions, field = ""): Arbitrary<string> {
  const proper = properText(schema, options, field);
  if (!options.isSpoilt) return proper;
  return fc.oneof({ weight: 16, arbitrary: proper }, { weight: 1, arbitrary: edgeText(schema) }, { weight: 1, arbitrary: nastyText });
}

function properText(schema: JsonSchema, options: JsonOptions, field: string): Arbitrary<string> {
  const { type, enum: choices, anyOf, oneOf } = schema;
  if ("const" in schema) return fc.constant(JSON.stringify(schema.const));
  if (choices) return fc.constantFrom(...choices.map((choice) => JSON.stringify(choice)));
  const either = anyOf ?? oneOf ?? (Array.isArray(type) ? (type as string[]).map((one): JsonSchema => ({ ...schema, type: one })) : null);
  if (either) return fc.oneof(...either.map((one) => jsonTexts(one, options, field)));
  if (type === "string") return stringText(schema, options.known(field).filter((value) => typeof value === "string"));
  if (type === "integer" || type === "number") return numberText(schema, options.known(field).filter((value) => typeof value === "number"));
  if (type === "boolean") return fc.constantFrom("true", "false");
  if (type === "null") return fc.constant("null");
  if (type === "array") return arrayText(schema, options, field);
  if (type === "object") return objectText(schema, options);
  return nastyText;
}

function stringText({ minLength = 0, maxLength = 200, pattern }: JsonSchema, known: readonly string[]): Arbitrary<string> {
  const any = pattern === undefined ? fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 24)), unit: "grapheme" }) : matching(pattern);
  const plain = fc.oneof(any, fc.constantFrom("Blue mug", "main", "10115", "1", "a-b").map((word) => word.padEnd(minLength, "x").slice(0, maxLength)));
  const text = known.length === 0 ? plain : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: plain });
  return text.map((word) => JSON.stringify(word));
}

function matching(pattern: string): Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern));
  } catch {
    // It looks ahead, say, which can't be turned round.
    return fc.constantFrom("/account", "a", "2026-03-01T12:00:00.000Z");
  }
}

function numberText({ type, minimum = -1_000, maximum = Number.MAX_SAFE_INTEGER }: JsonSchema, known: readonly number[]): Arbitrary<string> {
  const small = fc.integer({ min: Math.ceil(minimum), max: Math.max(Math.ceil(minimum), Math.min(maximum, minimum + 5)) });
  const any = fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) });
  const fraction = fc.constantFrom(minimum, minimum + 0.5, maximum);
  const number = type === "integer" ? fc.oneof({ weight: 3, arbitrary: small }, any) : fc.oneof(small, any, fraction);
  return (known.length === 0 ? number : fc.oneof(number, fc.constantFrom(...known))).map(String);
}

function arrayText({ items = {}, minItems = 0, maxItems = 10 }: JsonSchema, options: JsonOptions, field: string): Arbitrary<string> {
  const one = jsonTexts(items, options, field.replace(/s$/, ""));
  return fc.array(one, { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 3)) }).map((parts) => `[${parts.join(",")}]`);
}

function objectText({ properties = {}, required = [], additionalProperties }: JsonSchema, options: JsonOptions): Arbitrary<string> {
  const declared = Object.entries(properties).map(([name, schema]) => {
    const entry = jsonTexts(schema, options, name).map((text) => `${JSON.stringify(name)}:${text}`);
    const absence = required.includes(name) ? (options.isSpoilt ? 24 : null) : 2;
    return absence === null ? entry : fc.oneof({ weight: absence - 1, arbitrary: entry }, { weight: 1, arbitrary: fc.constant(null) });
  });
  const free = typeof additionalProperties === "object" ? additionalProperties : null;
  const names = free ? fc.string({ maxLength: 10 }) : fc.constantFrom(...nastyNames);
  const extra = fc.tuple(names, free ? jsonTexts(free, options) : nastyText).map(([name, text]) => `${JSON.stringify(name)}:${text}`);
  const extras = free ? fc.array(extra, { maxLength: 3 }) : options.isSpoilt ? fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(extra, { maxLength: 2 }) }) : fc.constant([]);
  return fc.tuple(fc.tuple(...declared), extras).map(([entries, more]) => `{${[...entries.filter((entry) => entry !== null), ...more].join(",")}}`);
}

/** At a limit, and one beyond it. */
function edgeText({ minLength = 0, maxLength, minimum, maximum, minItems = 0, maxItems }: JsonSchema): Arbitrary<string> {
  const lengths = [minLength - 1, minLength, ...(maxLength === undefined ? [] : [maxLength, maxLength + 1])].filter((length) => length >= 0 && length <= 20_000);
  const counts = [minItems - 1, minItems, ...(maxItems === undefined ? [] : [maxItems, maxItems + 1])].filter((count) => count >= 0 && count <= 2_000);
  const numbers = [minimum, maximum].flatMap((limit) => (limit === undefined ? [] : [limit - 1, limit, limit + 1, limit + 0.5]));
  return fc.constantFrom(
    ...lengths.flatMap((length) => ["a", "é"].map((letter) => JSON.stringify(letter.repeat(length)))),
    ...numbers.map(String),
    ...counts.map((count) => `[${Array.from({ length: count }, () => '"a"').join(",")}]`),
  );
}
