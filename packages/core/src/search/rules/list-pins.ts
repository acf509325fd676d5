import { products, searchPins } from "@cartwright/db";
import { and, asc, eq, type SQL } from "drizzle-orm";
import { requirePermission, type Context } from "../../kernel/index.ts";
import type { PinView } from "./views.ts";

/** Pinned and hidden products by query, each with its place. Errors: `access.*`. */
export async function listPins(ctx: Context): Promise<PinView[]> {
  requirePermission(ctx, "search.read");
  return readPins(ctx);
}

/** By query and place; hidden ones come last. */
export async function readPins({ db }: Context, ...conditions: SQL[]): Promise<PinView[]> {
  const { id, slug, title, status } = products;
  const rows = await db
    .select({ query: searchPins.query, position: searchPins.position, createdAt: searchPins.createdAt, product: { id, slug, title, status } })
    .from(searchPins)
    .innerJoin(products, eq(id, searchPins.productId))
    .where(and(...conditions))
    .orderBy(asc(searchPins.query), asc(searchPins.id));
  const place = ({ position }: { position: number | null }) => position ?? Infinity;
  return rows
    .map(({ createdAt, ...pin }) => ({ ...pin, createdAt: createdAt.toISOString() }))
    .toSorted((a, b) => (a.query === b.query ? (place(a) < place(b) ? -1 : 1) : a.query < b.query ? -1 : 1));
}
