import { attributes } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { DomainError, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { addChoices } from "./add-choices.ts";
import { forgetCatalog } from "./forget-catalog.ts";
import { getAttributeView, lockAttribute } from "./lock-attribute.ts";
import type { UpdateAttributeInput } from "./schemas.ts";
import { tellGroupChanged } from "./tell-changes.ts";
import type { AttributeView } from "./views.ts";

/**
 * Changes what is given; code and type stay, because products have values of them.
 * Errors: `attribute.not_found`, `attribute.wrong_type` for a unit or choices it can't have, `access.*`.
 */
export async function updateAttribute(ctx: Context, input: UpdateAttributeInput): Promise<AttributeView> {
  requirePermission(ctx, "catalog.write");
  const view = await onceByKey(ctx, { procedure: "catalog.updateAttribute", body: input }, async (ctx) => {
    const before = await lockAttribute(ctx, input.attribute);
    if (input.unit && before.type !== "number") throw wrongType("unit", "Only numbers have a unit.");
    if (input.addChoices?.length && before.type !== "list") throw wrongType("addChoices", "Only lists have choices.");
    const { name = before.name, unit = before.unit, isFacet = before.isFacet, position = before.position } = input;
    await ctx.db.update(attributes).set({ name, unit, isFacet, position }).where(eq(attributes.id, before.id));
    await addChoices(ctx, before.id, input.addChoices ?? []);
    await tellGroupChanged(ctx, "attribute", before.id);
    await recordAudit(ctx, { action: "attribute.update", subject: before.id, before: { isFacet: before.isFacet }, after: { isFacet } });
    return getAttributeView(ctx, before.id);
  });
  forgetCatalog(ctx);
  return view;
}

function wrongType(field: string, message: string): DomainError {
  return new DomainError("invalid", "attribute.wrong_type", message, { field, fieldErrors: { [field]: [message] } });
}
