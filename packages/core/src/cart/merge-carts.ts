import { cartLines, carts, inTransaction, lockRow } from "@cartwright/db";
import { and, eq } from "drizzle-orm";
import { hashToken, newId, type Context } from "../kernel/index.ts";
import { isLiving } from "./find-cart.ts";
import { listCartLines } from "./load-cart.ts";

/**
 * Gives what was put into a cookie's cart to the customer who has just signed in. Lines that are in both carts
 * are added up, to the shop's limit for a line; none is lost. A cart that is being ordered stays as it is.
 */
export async function mergeCarts(ctx: Context, input: { cartToken: string; accountId: string }): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    // The cookie first, always: two sign-ins with the same two carts queue up instead of crossing.
    const found = [
      ...(await lockRow(ctx.db.select().from(carts).where(and(eq(carts.tokenHash, hashToken(input.cartToken)), isLiving)))),
      ...(await lockRow(ctx.db.select().from(carts).where(and(eq(carts.accountId, input.accountId), isLiving)))),
    ];
    const guest = found.find((cart) => cart.accountId === null && cart.status === "open");
    const own = found.find((cart) => cart.accountId === input.accountId);
    if (!guest || own?.status === "placing") return;
    if (!own) {
      await ctx.db.update(carts).set({ accountId: input.accountId, tokenHash: null, updatedAt: ctx.clock.now() }).where(eq(carts.id, guest.id));
      return;
    }
    await moveLines(ctx, guest.id, own.id);
    await ctx.db.update(carts).set({ status: "merged", updatedAt: ctx.clock.now() }).where(eq(carts.id, guest.id));
  });
}

async function moveLines(ctx: Context, fromId: string, toId: string): Promise<void> {
  const now = ctx.clock.now();
  const [moving, kept] = [await listCartLines(ctx, fromId), await listCartLines(ctx, toId)];
  for (const line of moving) {
    const twin = kept.find((candidate) => candidate.variantId === line.variantId);
    if (twin) {
      const quantity = Math.max(twin.quantity, Math.min(twin.quantity + line.quantity, ctx.shop.maxLineQuantity));
      await ctx.db.update(cartLines).set({ quantity, updatedAt: now }).where(eq(cartLines.id, twin.id));
    } else {
      await ctx.db.insert(cartLines).values({ ...line, id: newId("cln"), cartId: toId, updatedAt: now });
    }
  }
}
