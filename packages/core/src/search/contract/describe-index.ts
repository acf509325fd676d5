import { afterAll, describe, expect, it } from "vitest";
import { archiveProduct, createProduct, updateProduct } from "../../catalog/index.ts";
import { CreateProductInput, UpdateProductInput } from "../../catalog/schemas.ts";
import { buildDocuments, catalogSource } from "../build-documents.ts";
import type { DocumentSource } from "../engine.ts";
import { verifySearch } from "../verify-search.ts";
import type { ContractShop } from "./contract-shop.ts";

/** Changes the shop: it is the last part of the suite. */
export function describeIndex(shop: ContractShop): void {
  const create = (title: string) => createProduct(shop.ctx, CreateProductInput.parse({ title, status: "active", variants: [{ priceMinor: 500 }] }));
  const verify = async (repair = false) => {
    const whole = { checked: 0, missing: 0, stale: 0, extra: 0, repaired: 0 };
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const part = await verifySearch(shop.ctx, { repair, cursor, limit: 7 });
      whole.checked += part.checked;
      whole.missing += part.missing.length;
      whole.stale += part.stale.length;
      whole.extra += part.extra.length;
      whole.repaired += part.repaired;
      cursor = part.nextCursor;
    }
    return whole;
  };

  describe("the index", () => {
    afterAll(() => shop.rebuild());

    it("takes in what is new, changed and gone, as often as it is told", async () => {
      const { id } = await create("Tin Whistle");
      expect(await shop.titles("whistle")).toEqual([]);
      for (let i = 0; i < 3; i += 1) await shop.sync(id, id);
      expect(await shop.titles("whistle")).toEqual(["Tin Whistle"]);
      await updateProduct(shop.ctx, UpdateProductInput.parse({ product: id, title: "Brass Trumpet" }));
      await shop.sync(id);
      expect(await shop.titles("whistle")).toEqual([]);
      expect(await shop.titles("trumpet")).toEqual(["Brass Trumpet"]);
      await archiveProduct(shop.ctx, { product: id });
      await shop.sync(id);
      expect(await shop.titles("trumpet")).toEqual([]);
      expect((await shop.search({})).total).toBe(25);
    });

    it("has no drafts", async () => {
      const draft = await createProduct(shop.ctx, CreateProductInput.parse({ title: "Secret Xylophone", variants: [{ priceMinor: 1 }] }));
      await shop.sync(draft.id);
      expect(await shop.titles("xylophone")).toEqual([]);
      await archiveProduct(shop.ctx, { product: draft.id });
    });

    it("says what differs from the database, and is repaired", async () => {
      expect(await verify()).toEqual({ checked: 25, missing: 0, stale: 0, extra: 0, repaired: 0 });
      const added = await create("Zither");
      const changed = await shop.idOf("lunchbox");
      const gone = await shop.idOf("headphones");
      await updateProduct(shop.ctx, UpdateProductInput.parse({ product: changed, title: "Picnic Box" }));
      await archiveProduct(shop.ctx, { product: gone });
      expect(await verify()).toEqual({ checked: 25, missing: 1, stale: 1, extra: 1, repaired: 0 });
      expect(await verify(true)).toMatchObject({ repaired: 3 });
      expect(await verify()).toEqual({ checked: 25, missing: 0, stale: 0, extra: 0, repaired: 0 });
      expect(await shop.titles("zither")).toEqual(["Zither"]);
      expect(await shop.titles("headphones")).toEqual([]);
      expect((await shop.engine.walk(shop.ctx, { after: null, limit: 100 })).find(({ productId }) => productId === added.id)?.hash).toBe(await shop.hashOf(added.id));
    });

    it("answers all the time while it is made anew, and takes in what changes meanwhile", async () => {
      const before = await shop.engine.status(shop.ctx);
      await shop.engine.startRebuild(shop.ctx, catalogSource, { isFresh: true });
      expect(await shop.titles("zither")).toEqual(["Zither"]);
      const id = await shop.idOf("phone-case");
      let isFirst = true;
      // The change comes when the part that has the product is read already.
      const changing: DocumentSource = {
        ...catalogSource,
        load: async (ctx, ids) => {
          const documents = await buildDocuments(ctx, ids);
          isFirst = false;
          return documents;
        },
      };
      while (!(await shop.engine.continueRebuild(shop.ctx, changing)).isDone) expect(await shop.titles("zither")).toEqual(["Zither"]);
      expect(isFirst).toBe(false);
      await updateProduct(shop.ctx, UpdateProductInput.parse({ product: id, title: "Phone Sleeve" }));
      await shop.sync(id);
      expect(await shop.titles("sleeve")).toEqual(["Phone Sleeve"]);
      const after = await shop.engine.status(shop.ctx);
      expect(after).toMatchObject({ state: "ready", documents: 25, rebuild: null, isOutdated: false });
      expect(after.generation).toBe(before.generation + 1);
    });

    it("goes on with a rebuild that was interrupted, and knows what was changed in between", async () => {
      await shop.engine.startRebuild(shop.ctx, catalogSource, { isFresh: true });
      const { id } = await create("Ocarina");
      await shop.sync(id);
      expect((await shop.engine.status(shop.ctx)).rebuild).toMatchObject({ isDone: false, wanted: 25 });
      await shop.engine.startRebuild(shop.ctx, catalogSource, { isFresh: false });
      while (!(await shop.engine.continueRebuild(shop.ctx, catalogSource)).isDone);
      expect(await shop.titles("ocarina")).toEqual(["Ocarina"]);
      expect(await verify()).toMatchObject({ checked: 26, missing: 0, stale: 0, extra: 0 });
    });
  });
}
