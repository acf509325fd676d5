import { brands, lockRow } from "@cartwright/db";
import { and, eq, isNull, or } from "drizzle-orm";
import { notFound, type Context } from "../kernel/index.ts";

/** A brand to be changed, by id or slug, locked until the transaction ends. Errors: `brand.not_found`. */
export async function lockBrand(ctx: Context, handle: string) {
  const isMeant = and(or(eq(brands.id, handle), eq(brands.slug, handle)), isNull(brands.archivedAt));
  const [row] = await lockRow(ctx.db.select().from(brands).where(isMeant));
  if (!row) throw notFound("brand", handle);
  return row;
}
