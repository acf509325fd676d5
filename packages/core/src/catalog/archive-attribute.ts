import { attributes } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { forgetCatalog } from "./forget-catalog.ts";
import { getAttributeView, lockAttribute } from "./lock-attribute.ts";
import { tellGroupChanged } from "./tell-changes.ts";
import type { AttributeView } from "./views.ts";

/** Takes an attribute, and products' values of it, out of the shop. Its code is free again. Errors: `attribute.not_found`, `access.*`. */
export async function archiveAttribute(ctx: Context, input: { attribute: string }): Promise<AttributeView> {
  requirePermission(ctx, "catalog.write");
  const view = await onceByKey(ctx, { procedure: "catalog.archiveAttribute", body: input }, async (ctx) => {
    const { id, code } = await lockAttribute(ctx, input.attribute);
    await ctx.db.update(attributes).set({ archivedAt: ctx.clock.now() }).where(eq(attributes.id, id));
    await tellGroupChanged(ctx, "attribute", id);
    await recordAudit(ctx, { action: "attribute.archive", subject: id, before: { code } });
    return getAttributeView(ctx, id);
  });
  forgetCatalog(ctx);
  return view;
}
