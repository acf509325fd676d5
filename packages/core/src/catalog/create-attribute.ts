import { attributes, isUniqueViolation } from "@cartwright/db";
import { and, eq, isNull, max } from "drizzle-orm";
import { DomainError, newId, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { addChoices } from "./add-choices.ts";
import { forgetCatalog } from "./forget-catalog.ts";
import { getAttributeView } from "./lock-attribute.ts";
import type { CreateAttributeInput } from "./schemas.ts";
import type { AttributeView } from "./views.ts";

/** Errors: `attribute.code_taken`, `access.*`. */
export async function createAttribute(ctx: Context, input: CreateAttributeInput): Promise<AttributeView> {
  requirePermission(ctx, "catalog.write");
  const view = await onceByKey(ctx, { procedure: "catalog.createAttribute", body: input }, async (ctx) => {
    const { code, name, type, unit, isFacet } = input;
    const [taken] = await ctx.db
      .select({ id: attributes.id })
      .from(attributes)
      .where(and(eq(attributes.code, code), isNull(attributes.archivedAt)));
    if (taken) throw codeTaken(code);
    const id = newId("att");
    const [last] = await ctx.db.select({ position: max(attributes.position) }).from(attributes);
    const position = input.position ?? (last?.position ?? -1) + 1;
    try {
      await ctx.db.insert(attributes).values({ id, code, name, type, unit: unit ?? null, isFacet, position });
    } catch (error) {
      throw isUniqueViolation(error, attributes.code) ? codeTaken(code, error) : error;
    }
    await addChoices(ctx, id, type === "list" ? input.choices : []);
    await recordAudit(ctx, { action: "attribute.create", subject: id, after: { code, type } });
    return getAttributeView(ctx, id);
  });
  forgetCatalog(ctx);
  return view;
}

function codeTaken(code: string, cause?: unknown): DomainError {
  const message = `There is already an attribute "${code}". Choose another code.`;
  return new DomainError("conflict", "attribute.code_taken", message, { field: "code", code }, { cause });
}
