import { attributes, chunked } from "@cartwright/db";
import { max } from "drizzle-orm";
import { newId, type Context } from "../kernel/index.ts";
import { addChoices } from "./add-choices.ts";
import { choiceNames, type KnownAttribute } from "./attribute-values.ts";
import { groupBy } from "./group-by.ts";
import { findAttributes } from "./resolve-references.ts";
import type { ImportProduct } from "./schemas.ts";
import { slugOf } from "./slug-of.ts";

type ImportAttribute = ImportProduct["attributes"][number];

/** Attributes by code with all the choices that are named; what is missing is made. Call it inside a transaction. */
export async function findOrMakeAttributes(ctx: Context, wanted: readonly ImportAttribute[]): Promise<Map<string, KnownAttribute>> {
  const byCode = groupBy(wanted, (attribute) => attribute.code);
  const codes = [...byCode.keys()];
  let known = await findAttributes(ctx, codes);
  const missing = codes.filter((code) => !known.has(code));
  if (missing.length > 0) {
    await make(ctx, missing.flatMap((code) => byCode.get(code)?.slice(0, 1) ?? []));
    known = await findAttributes(ctx, codes);
  }
  const newChoices = findNewChoices(known, wanted);
  if (newChoices.size === 0) return known;
  for (const [id, names] of newChoices) await addChoices(ctx, id, [...names]);
  return findAttributes(ctx, codes);
}

async function make(ctx: Context, list: readonly ImportAttribute[]): Promise<void> {
  const [last] = await ctx.db.select({ position: max(attributes.position) }).from(attributes);
  const first = (last?.position ?? -1) + 1;
  const rows = list.map(({ code, name, type, unit }, i) => ({
    id: newId("att"),
    code,
    name: name ?? code,
    type,
    unit: type === "number" ? unit || null : null,
    isFacet: true,
    position: first + i,
  }));
  for (const chunk of chunked(rows)) await ctx.db.insert(attributes).values(chunk).onConflictDoNothing();
}

function findNewChoices(known: ReadonlyMap<string, KnownAttribute>, wanted: readonly ImportAttribute[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { code, value } of wanted) {
    const attribute = known.get(code);
    if (attribute?.type !== "list" || (typeof value !== "string" && !Array.isArray(value))) continue;
    for (const name of choiceNames(value)) {
      if (attribute.choices.has(slugOf(name))) continue;
      const names = found.get(attribute.id);
      if (names) names.add(name);
      else found.set(attribute.id, new Set([name]));
    }
  }
  return found;
}
