import fc, { type Arbitrary } from "fast-check";
import { z } from "zod";
import { jsonTexts, type JsonOptions, type JsonSchema } from "./json-texts.ts";
import { brokenText, nastyText } from "./nasty-texts.ts";

export { default as fc } from "fast-check";

type Known = JsonOptions["known"];

/** JSON that a schema takes, as far as the schema can say it: what is checked by code may still be refused. */
export function inputTexts(schema: z.ZodType | undefined, known: Known = () => []): Arbitrary<string> {
  return schema ? jsonTexts(describe(schema), { known, isSpoilt: false }) : fc.constant("{}");
}

/** JSON near and far from what a schema takes, and now and then what is no JSON. */
export function garbageTexts(schema: z.ZodType | undefined, known: Known = () => []): Arbitrary<string> {
  const spoilt = schema ? jsonTexts(describe(schema), { known, isSpoilt: true }) : nastyText;
  return fc.oneof({ weight: 8, arbitrary: spoilt }, { weight: 2, arbitrary: nastyText }, { weight: 1, arbitrary: brokenText });
}

function describe(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema;
}
