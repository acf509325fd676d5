import { products } from "@cartwright/db";
import { and, eq, isNull, or } from "drizzle-orm";
import { notFound, type Context } from "../../kernel/index.ts";
import type { PinView } from "./views.ts";

/** A product that is not archived, by id or slug. Errors: `product.not_found`. */
export async function findPinnable({ db }: Context, handle: string): Promise<PinView["product"]> {
  const { id, slug, title, status, archivedAt } = products;
  const [found] = await db.select({ id, slug, title, status }).from(products).where(and(or(eq(id, handle), eq(slug, handle)), isNull(archivedAt)));
  if (!found) throw notFound("product", handle);
  return found;
}
