import { carts, products, stockLevels, variantPrices } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { aGuest, as, createSellable, makeContext, type TestContext } from "../testing/index.ts";
import { addCartLine, getCart, removeCartLine, updateCartLine } from "./index.ts";

const database = useDatabase();
let system: TestContext;
beforeEach(() => {
  system = makeContext(database.db);
});

describe("addCartLine", () => {
  it("opens a cart with the first line and adds up the same variant", async () => {
    const { variantId } = await createSellable(system);
    const ctx = as(system, aGuest());
    expect(await getCart(ctx)).toMatchObject({ id: null, lines: [], canCheckOut: false });
    await addCartLine(ctx, { variantId, quantity: 1 });
    const cart = await addCartLine(ctx, { variantId, quantity: 2 });
    expect(cart).toMatchObject({ quantity: 3, subtotal: { amountMinor: 3_750, currency: "EUR" }, canCheckOut: true });
    expect(cart.lines).toHaveLength(1);
  });

  it("adds one cart and one line when ten tabs add at once", async () => {
    const { variantId } = await createSellable(system, { stock: 50 });
    const ctx = as(system, aGuest());
    await Promise.all(Array.from({ length: 10 }, () => addCartLine(ctx, { variantId, quantity: 1 })));
    expect(await getCart(ctx)).toMatchObject({ quantity: 10, lines: [{ quantity: 10 }] });
  });

  it("answers with the cart as it is stored, in the order its lines were added, whatever is added to", async () => {
    const [first, second] = [await createSellable(system), await createSellable(system)];
    const ctx = as(system, aGuest());
    for (const { variantId } of [first, second, first]) expect(await addCartLine(ctx, { variantId, quantity: 1 })).toEqual(await getCart(ctx));
    expect((await getCart(ctx)).lines.map((line) => line.variantId)).toEqual([first.variantId, second.variantId]);
  });

  it("costs five statements in a new cart and six in any other", async () => {
    const [first, second] = [await createSellable(system), await createSellable(system)];
    const ctx = as(system, aGuest());
    const add = ({ variantId }: { variantId: string }) => database.countQueries(() => addCartLine(ctx, { variantId, quantity: 1 }));
    expect(await add(first)).toBe(5);
    expect(await add(first)).toBe(6);
    expect(await add(second)).toBe(6);
  });

  it("says how many are left", async () => {
    const { variantId } = await createSellable(system, { stock: 3 });
    const ctx = as(system, aGuest());
    await addCartLine(ctx, { variantId, quantity: 2 });
    await expect(addCartLine(ctx, { variantId, quantity: 2 })).rejects.toMatchObject({
      reason: "cart.insufficient_stock",
      details: { available: 3, wanted: 4, field: "quantity" },
    });
    expect((await getCart(ctx)).quantity).toBe(2);
  });

  it("keeps to the shop's limits", async () => {
    const small = makeContext(database.db, { shop: { maxLineQuantity: 5, maxCartLines: 1 } });
    const first = await createSellable(small, { stock: 100 });
    const second = await createSellable(small);
    const ctx = as(small, aGuest());
    await expect(addCartLine(ctx, { variantId: first.variantId, quantity: 6 })).rejects.toMatchObject({ reason: "cart.quantity_limit", details: { limit: 5 } });
    await addCartLine(ctx, { variantId: first.variantId, quantity: 1 });
    await expect(addCartLine(ctx, { variantId: second.variantId, quantity: 1 })).rejects.toMatchObject({ reason: "cart.line_limit" });
  });

  it("refuses what does not exist or is not for sale", async () => {
    const { variantId, productId } = await createSellable(system);
    const ctx = as(system, aGuest());
    await expect(addCartLine(ctx, { variantId: "var_nothing", quantity: 1 })).rejects.toMatchObject({ code: "not_found" });
    await ctx.db.update(products).set({ status: "draft" }).where(eq(products.id, productId));
    await expect(addCartLine(ctx, { variantId, quantity: 1 })).rejects.toMatchObject({ reason: "cart.not_for_sale" });
  });
});

describe("re-pricing", () => {
  it("shows today's price and says what changed, until the next change has stored it", async () => {
    const { variantId } = await createSellable(system, { priceMinor: 1_000 });
    const other = await createSellable(system);
    const ctx = as(system, aGuest());
    await addCartLine(ctx, { variantId, quantity: 2 });
    await ctx.db.update(variantPrices).set({ priceMinor: 1_200 }).where(eq(variantPrices.variantId, variantId));
    const notices = [{ kind: "price_changed", from: { amountMinor: 1_000 }, to: { amountMinor: 1_200 } }];
    expect(await getCart(ctx)).toMatchObject({ subtotal: { amountMinor: 2_400 }, notices });
    expect(await getCart(ctx)).toMatchObject({ notices });
    expect(await addCartLine(ctx, { variantId: other.variantId, quantity: 1 })).toMatchObject({ notices });
    expect((await getCart(ctx)).notices).toEqual([]);
  });

  it("keeps a line that is no longer for sale, or short, and says so", async () => {
    const gone = await createSellable(system, { title: "Gone" });
    const short = await createSellable(system, { title: "Short", stock: 5 });
    const ctx = as(system, aGuest());
    await addCartLine(ctx, { variantId: gone.variantId, quantity: 1 });
    await addCartLine(ctx, { variantId: short.variantId, quantity: 5 });
    await ctx.db.update(products).set({ status: "archived" }).where(eq(products.id, gone.productId));
    await ctx.db.update(stockLevels).set({ onHand: 2 }).where(eq(stockLevels.variantId, short.variantId));
    const cart = await getCart(ctx);
    expect(cart.lines).toHaveLength(2);
    expect(cart.canCheckOut).toBe(false);
    expect(cart.notices).toMatchObject([{ kind: "not_for_sale", title: "Gone" }, { kind: "insufficient_stock", wanted: 5, available: 2 }]);
    const line = cart.lines.find((candidate) => candidate.variantId === short.variantId)!;
    expect((await updateCartLine(ctx, { lineId: line.id, quantity: 4 })).notices).toMatchObject([{ title: "Gone" }, { wanted: 4 }]);
    await updateCartLine(ctx, { lineId: line.id, quantity: 2 });
    const goneLine = cart.lines.find((candidate) => candidate.variantId === gone.variantId)!;
    expect(await removeCartLine(ctx, { lineId: goneLine.id })).toMatchObject({ notices: [], canCheckOut: true });
  });
});

describe("somebody else's cart", () => {
  it("does not exist for them", async () => {
    const { variantId } = await createSellable(system);
    const owner = as(system, aGuest());
    const [line] = (await addCartLine(owner, { variantId, quantity: 1 })).lines;
    const stranger = as(system, aGuest());
    await expect(updateCartLine(stranger, { lineId: line!.id, quantity: 2 })).rejects.toMatchObject({ reason: "cart_line.not_found" });
    await expect(removeCartLine(stranger, { lineId: line!.id })).rejects.toMatchObject({ reason: "cart_line.not_found" });
    expect((await getCart(owner)).quantity).toBe(1);
  });
});

describe("a cart that is being ordered", () => {
  it("refuses changes and stays readable", async () => {
    const { variantId } = await createSellable(system);
    const ctx = as(system, aGuest());
    const cart = await addCartLine(ctx, { variantId, quantity: 1 });
    await ctx.db.update(carts).set({ status: "placing" }).where(eq(carts.id, cart.id!));
    await expect(addCartLine(ctx, { variantId, quantity: 1 })).rejects.toMatchObject({ reason: "cart.placing" });
    expect((await getCart(ctx)).quantity).toBe(1);
  });
});
