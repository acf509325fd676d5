import { attributes, lockRow } from "@cartwright/db";
import { and, eq, isNull, or } from "drizzle-orm";
import { notFound, type Context } from "../kernel/index.ts";
import { loadAttributeViews } from "./list-attributes.ts";
import type { AttributeView } from "./views.ts";

/** An attribute to be changed, by id or code, locked until the transaction ends. Errors: `attribute.not_found`. */
export async function lockAttribute(ctx: Context, handle: string) {
  const isMeant = and(or(eq(attributes.id, handle), eq(attributes.code, handle)), isNull(attributes.archivedAt));
  const [row] = await lockRow(ctx.db.select().from(attributes).where(isMeant));
  if (!row) throw notFound("attribute", handle);
  return row;
}

export async function getAttributeView(ctx: Context, id: string): Promise<AttributeView> {
  const [view] = await loadAttributeViews(ctx, eq(attributes.id, id));
  if (!view) throw notFound("attribute", id);
  return view;
}
