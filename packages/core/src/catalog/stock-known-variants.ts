import { variants } from "@cartwright/db";
import { inArray } from "drizzle-orm";
import { adjustStock, countLines, receiveStock, sendTransfer, setLevel } from "../inventory/index.ts";
import { DomainError, requirePermission, type Context } from "../kernel/index.ts";

// Inventory knows variants by id alone and would take any: these are its verbs for who can be wrong about one.

/** `receiveStock`, of a variant that there is. Errors: `variant.not_found` with `variantIds`, and its own. */
export const receiveKnownStock = ofKnown(receiveStock, oneOf);

/** `adjustStock`, of a variant that there is. Errors: `variant.not_found` with `variantIds`, and its own. */
export const adjustKnownStock = ofKnown(adjustStock, oneOf);

/** `setLevel`, of a variant that there is. Errors: `variant.not_found` with `variantIds`, and its own. */
export const setKnownLevel = ofKnown(setLevel, oneOf);

/** `sendTransfer`, of variants that there are. Errors: `variant.not_found` with `variantIds`, and its own. */
export const sendKnownTransfer = ofKnown(sendTransfer, linesOf);

/** `countLines`, of variants that there are. Errors: `variant.not_found` with `variantIds`, and its own. */
export const countKnownLines = ofKnown(countLines, linesOf);

type Verb<Input, View> = (ctx: Context, input: Input) => Promise<View>;

function ofKnown<Input, View>(verb: Verb<Input, View>, idsOf: (input: Input) => string[]): Verb<Input, View> {
  return async (ctx, input) => {
    requirePermission(ctx, "stock.adjust");
    await requireVariants(ctx, idsOf(input));
    return verb(ctx, input);
  };
}

/** An archived one still lies on a shelf; none is ever deleted, so what was found once can be relied on. */
async function requireVariants(ctx: Context, ids: readonly string[]): Promise<void> {
  const rows = await ctx.db
    .select({ id: variants.id })
    .from(variants)
    .where(inArray(variants.id, [...ids]));
  const known = new Set(rows.map((row) => row.id));
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length === 0) return;
  const named = unknown.slice(0, 5).map((id) => `"${id}"`).join(", ") + (unknown.length > 5 ? ` and ${unknown.length - 5} more` : "");
  throw new DomainError("not_found", "variant.not_found", `There is no variant ${named}.`, { field: "variantId", variantIds: unknown });
}

function oneOf({ variantId }: { variantId: string }): string[] {
  return [variantId];
}

function linesOf({ lines }: { lines: readonly { variantId: string }[] }): string[] {
  return lines.map((line) => line.variantId);
}
