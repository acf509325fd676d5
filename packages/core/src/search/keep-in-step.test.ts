import { inTransaction, outboxEvents } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { archiveBrand, archiveProduct, updateAttribute, updateBrand, updateCategory, updateProduct } from "../catalog/index.ts";
import { UpdateBrandInput, UpdateCategoryInput, UpdateProductInput } from "../catalog/schemas.ts";
import { holdStock, openDefaultLocation, receiveStock, releaseReservations } from "../inventory/index.ts";
import { runEvents } from "../kernel/index.ts";
import { aDraft, createAttributeOf, createBrandOf, createCategoryOf, createProductOf, importOf, makeContext } from "../testing/index.ts";
import { ensureSearchIndex, getSearchStatus, searchHandlers, searchProducts } from "./index.ts";
import { SearchProductsInput, type SearchProductsDraft } from "./schemas.ts";

const used = useDatabase();
const open = () => makeContext(used.db);
let ctx: ReturnType<typeof open>;

beforeAll(async () => {
  ctx = open();
  await openDefaultLocation(ctx);
});

async function search(input: SearchProductsDraft) {
  return searchProducts(ctx, SearchProductsInput.parse(input));
}
const titles = async (input: SearchProductsDraft) => (await search(input)).hits.map(({ title }) => title);

async function settle(): Promise<number> {
  let handled = 0;
  for (;;) {
    const { done, failed, dead } = await runEvents(ctx, searchHandlers, { worker: "test" });
    expect({ failed, dead }).toEqual({ failed: 0, dead: 0 });
    if (done === 0) return handled;
    handled += done;
  }
}

const emitted = async () => (await ctx.db.select({ type: outboxEvents.type }).from(outboxEvents)).map(({ type }) => type);

describe("the index follows", () => {
  it("products that are made, changed and archived", async () => {
    const { id } = await createProductOf(ctx, { title: "Walnut Bowl" });
    await settle();
    expect(await titles({ text: "walnut" })).toEqual(["Walnut Bowl"]);
    await updateProduct(ctx, UpdateProductInput.parse({ product: id, title: "Cherry Bowl", variants: [{ priceMinor: 900 }] }));
    await settle();
    expect(await titles({ text: "walnut" })).toEqual([]);
    expect(await titles({ text: "cherry", priceMaxMinor: 900 })).toEqual(["Cherry Bowl"]);
    await archiveProduct(ctx, { product: id });
    await settle();
    expect(await titles({ text: "cherry" })).toEqual([]);
  });

  it("imports, with one event a batch, and none for what is unchanged", async () => {
    const drafts = Array.from({ length: 30 }, (_, i) => aDraft(`imported-${i}`, { title: `Imported lamp ${i}` }));
    const before = (await emitted()).length;
    await importOf(ctx, drafts);
    expect((await emitted()).length).toBe(before + 1);
    await importOf(ctx, drafts);
    await importOf(ctx, drafts, true);
    expect((await emitted()).length).toBe(before + 1);
    await settle();
    expect((await search({ text: "imported lamp" })).total).toBe(30);
  });

  it("the name of a brand, and its end", async () => {
    const brand = await createBrandOf(ctx, "Oldname");
    await createProductOf(ctx, { title: "Branded Whisk", brand: brand.id });
    await settle();
    expect(await titles({ text: "oldname" })).toEqual(["Branded Whisk"]);
    await updateBrand(ctx, UpdateBrandInput.parse({ brand: brand.id, name: "Fresco" }));
    await settle();
    expect(await titles({ text: "fresco" })).toEqual(["Branded Whisk"]);
    await archiveBrand(ctx, { brand: brand.id });
    await settle();
    expect(await titles({ text: "fresco" })).toEqual([]);
  });

  it("categories that are renamed and moved", async () => {
    const garden = await createCategoryOf(ctx, "Garden");
    const tools = await createCategoryOf(ctx, "Tools");
    await createProductOf(ctx, { title: "Long Spade", categories: [tools.id] });
    await settle();
    expect(await titles({ category: "garden" })).toEqual([]);
    await updateCategory(ctx, UpdateCategoryInput.parse({ category: tools.id, parent: garden.id, name: "Implements" }));
    await settle();
    expect(await titles({ category: "garden" })).toEqual(["Long Spade"]);
    expect(await titles({ text: "implements" })).toEqual(["Long Spade"]);
  });

  it("attributes", async () => {
    const attribute = await createAttributeOf(ctx, { code: "vegan", name: "Vegan", type: "boolean" });
    await createProductOf(ctx, { title: "Oat Biscuit", attributes: { vegan: true } });
    await settle();
    expect(await titles({ text: "vegan" })).toEqual(["Oat Biscuit"]);
    await updateAttribute(ctx, { attribute: attribute.id, name: "Plantbased" });
    await settle();
    expect(await titles({ text: "plantbased" })).toEqual(["Oat Biscuit"]);
  });

  it("a product that sells out and comes back, and tells nothing in between", async () => {
    const product = await createProductOf(ctx, { title: "Scarce Vase" });
    const variantId = product.variants[0]?.id ?? "";
    const count = async () => (await emitted()).filter((type) => type === "stock.state_changed").length;
    await receiveStock(ctx, { variantId, quantity: 3 });
    await settle();
    expect(await titles({ text: "vase", inStock: true })).toEqual(["Scarce Vase"]);
    const before = await count();
    const hold = (ownerId: string, quantity: number) =>
      inTransaction(ctx, (ctx) => holdStock(ctx, ownerId, [{ variantId, quantity, orderLineId: null }], null));
    await hold("crt_1", 2);
    expect(await count()).toBe(before);
    await hold("crt_2", 1);
    expect(await count()).toBe(before + 1);
    await settle();
    expect(await titles({ text: "vase", inStock: true })).toEqual([]);
    expect(await titles({ text: "vase" })).toEqual(["Scarce Vase"]);
    await inTransaction(ctx, (ctx) => releaseReservations(ctx, "crt_1"));
    await inTransaction(ctx, (ctx) => releaseReservations(ctx, "crt_2"));
    expect(await count()).toBe(before + 2);
    await settle();
    expect(await titles({ text: "vase", inStock: true })).toEqual(["Scarce Vase"]);
  });

  it("says how far it is behind", async () => {
    expect((await getSearchStatus(ctx)).lag).toEqual({ waiting: 0, dead: 0, oldestSeconds: null });
    await createProductOf(ctx, { title: "Late Lamp" });
    ctx.clock.advanceMinutes(2);
    expect((await getSearchStatus(ctx)).lag).toEqual({ waiting: 1, dead: 0, oldestSeconds: 120 });
    await settle();
    expect((await getSearchStatus(ctx)).lag.waiting).toBe(0);
  });
});

describe("an index that was never filled", () => {
  it("is filled in the background once a server starts, and not again", async () => {
    expect((await getSearchStatus(ctx)).engines[0]?.isOutdated).toBe(true);
    expect(await ensureSearchIndex(ctx)).toHaveLength(1);
    await settle();
    const { engines, products } = await getSearchStatus(ctx);
    expect(engines).toMatchObject([{ role: "main", state: "ready", documents: products, generation: 1, isOutdated: false, rebuild: null }]);
    expect(await ensureSearchIndex(ctx)).toEqual([]);
  });
});
