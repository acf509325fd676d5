import { searchPins } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { DomainError, newId, recordAudit, type Context } from "../../kernel/index.ts";
import { normalForm, requireRoom } from "./change-rules.ts";
import { findPinnable } from "./find-pinnable.ts";
import { readPins } from "./list-pins.ts";
import type { PinView } from "./views.ts";

interface Pin {
  query: string;
  product: string;
  position: number | null;
}

/** Inside of a transaction: a place from 0 for a product, or null to hide it. */
export async function setPin(ctx: Context, { query: typed, product: handle, position }: Pin): Promise<PinView> {
  const query = normalForm(typed, "query");
  const product = await findPinnable(ctx, handle);
  const others = await readPins(ctx, eq(searchPins.query, query));
  const before = others.find((pin) => pin.product.id === product.id);
  const holder = others.find((pin) => pin.position !== null && pin.position === position && pin !== before);
  if (holder) {
    const message = `"${holder.product.title}" is pinned there already. Unpin it, or choose another place.`;
    throw new DomainError("conflict", "search.place_taken", message, { product: holder.product.id, position });
  }
  if (!before) await requireRoom(ctx, searchPins);
  const now = ctx.clock.now();
  const row = { id: newId("pin"), query, productId: product.id, position, createdAt: now };
  await ctx.db.insert(searchPins).values(row).onConflictDoUpdate({ target: [searchPins.query, searchPins.productId], set: { position } });
  const action = position === null ? "search_pin.hide" : "search_pin.set";
  await recordAudit(ctx, { action, subject: product.id, before: before && { query, position: before.position }, after: { query, position } });
  return { query, product, position, createdAt: before?.createdAt ?? now.toISOString() };
}
