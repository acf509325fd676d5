import { products } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { addCartLine, getCart } from "../cart/index.ts";
import { aGuest, as, createCustomer, createPlacedOrder, expectPromises, makeContext, type TestContext } from "../testing/index.ts";
import { reorder } from "./index.ts";

const database = useDatabase();
let system: TestContext;
beforeEach(() => {
  system = makeContext(database.db);
});

const ordered = async (lines: { title: string; quantity: number; stock?: number }[]) => {
  const { customer } = await createCustomer(system);
  const placed = await createPlacedOrder(system, { lines, buyer: customer.actor });
  return { customer, ...placed };
};

describe("reorder", () => {
  it("puts what the order was of into the cart, on top of what is there", async () => {
    const { customer, order, variantIds } = await ordered([{ title: "Mug", quantity: 2 }, { title: "Bowl", quantity: 1 }]);
    await addCartLine(customer, { variantId: variantIds[0]!, quantity: 1 });
    const { cart, notices } = await reorder(customer, { order });
    expect(notices).toEqual([]);
    expect(cart.lines.map(({ productTitle, quantity }) => [productTitle, quantity])).toEqual([["Mug", 3], ["Bowl", 1]]);
    expect(await getCart(customer)).toEqual(cart);
    await expectPromises(system);
  });

  it("tells what is gone, sold out, fewer or too much, and brings the rest", async () => {
    const { customer, order, variantIds } = await ordered([
      { title: "Gone", quantity: 1 },
      { title: "Sold out", quantity: 2, stock: 2 },
      { title: "Fewer", quantity: 3, stock: 4 },
      { title: "Many", quantity: 4, stock: 300 },
      { title: "Plenty", quantity: 1 },
      { title: "Last", quantity: 1 },
    ]);
    await database.db.update(products).set({ status: "archived" }).where(eq(products.title, "Gone"));
    const small = { ...customer, shop: { ...customer.shop, maxCartLines: 3, maxLineQuantity: 5 } };
    await addCartLine(small, { variantId: variantIds[3]!, quantity: 4 });
    const { cart, notices } = await reorder(small, { order });
    expect(notices).toEqual([
      { kind: "not_for_sale", title: "Gone", variantTitle: "" },
      { kind: "fewer", title: "Sold out", variantTitle: "", wanted: 2, quantity: 0, by: "available" },
      { kind: "fewer", title: "Fewer", variantTitle: "", wanted: 3, quantity: 1, by: "available" },
      { kind: "fewer", title: "Many", variantTitle: "", wanted: 4, quantity: 1, by: "limit" },
      { kind: "no_room", title: "Last", variantTitle: "", limit: 3 },
    ]);
    expect(cart.lines.map(({ productTitle, quantity }) => [productTitle, quantity])).toEqual([["Many", 5], ["Fewer", 1], ["Plenty", 1]]);
    expect(cart.canCheckOut).toBe(true);
    await expectPromises(system);
  });

  it("does it once a key", async () => {
    const { customer, order } = await ordered([{ title: "Mug", quantity: 2 }]);
    const input = { order, idempotencyKey: crypto.randomUUID() };
    const [first, again] = [await reorder(customer, input), await reorder(customer, input)];
    expect(again).toEqual(first);
    expect(await getCart(customer)).toMatchObject({ quantity: 2 });
  });

  it("knows no order of somebody else", async () => {
    const { order } = await ordered([{ title: "Mug", quantity: 1 }]);
    const { customer: other } = await createCustomer(system);
    await expect(reorder(other, { order })).rejects.toMatchObject({ reason: "order.not_found" });
    await expect(reorder(as(system, aGuest()), { order })).rejects.toMatchObject({ reason: "access.sign_in_required" });
    expect(await getCart(other)).toMatchObject({ quantity: 0 });
  });
});
