import type { AttributeType } from "@cartwright/db/constants/catalog";
import type { AttributeContent } from "./product-content.ts";
import type { AttributeValueInput } from "./schemas.ts";

export interface KnownAttribute {
  id: string;
  code: string;
  type: AttributeType;
  /** Choice ids by slug, for a list. */
  choices: ReadonlyMap<string, string>;
}

const expected: Record<AttributeType, string> = {
  text: "a text",
  number: "a number",
  boolean: "true or false",
  list: "one or more of its choices",
};

/** The rows of a value, or what is wrong with it. Nothing at all is kept of an empty text or list. */
export function attributeRows(
  attribute: KnownAttribute,
  value: AttributeValueInput,
  choiceSlug: (name: string) => string,
): { rows: AttributeContent[] } | { problem: string } {
  const { id: attributeId, type } = attribute;
  const row = { attributeId, textValue: null, numberValue: null, booleanValue: null, choiceId: null };
  if (type === "text" && typeof value === "string") {
    const textValue = value.trim();
    return { rows: textValue === "" ? [] : [{ ...row, textValue }] };
  }
  // -0 would come back as 0 and so would never be unchanged.
  if (type === "number" && typeof value === "number") return { rows: [{ ...row, numberValue: value + 0 }] };
  if (type === "boolean" && typeof value === "boolean") return { rows: [{ ...row, booleanValue: value }] };
  if (type === "list" && (typeof value === "string" || Array.isArray(value))) {
    const names = choiceNames(value);
    const ids = names.map((name) => attribute.choices.get(choiceSlug(name)));
    const unknown = ids.indexOf(undefined);
    if (unknown >= 0) return { problem: `"${names[unknown]}" is not among the choices of ${attribute.code}.` };
    return { rows: [...new Set(ids)].flatMap((choiceId) => (choiceId === undefined ? [] : [{ ...row, choiceId }])) };
  }
  return { problem: `${attribute.code} takes ${expected[type]}.` };
}

export function choiceNames(value: string | string[]): string[] {
  const names = typeof value === "string" ? [value] : value;
  return names.map((name) => name.trim()).filter((name) => name !== "");
}
