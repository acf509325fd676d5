import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { insertMany, insertMissing, insertNumbered } from "./insert-many.ts";
import { attributes, outboxEvents, productImages, products, tags } from "./schema/index.ts";
import { useDatabase } from "./testing/index.ts";
import { inTransaction } from "./transaction.ts";

const used = useDatabase();

it.each([0, 1, 7, 8, 65, 12_001])("inserts %d rows", async (count) => {
  const rows = Array.from({ length: count }, (_, i) => ({ id: `tag_${count}_${i}`, slug: `many-${count}-${i}`, name: `many ${count}` }));
  await insertMany(used.db, tags, rows);
  expect(await used.db.$count(tags, eq(tags.name, `many ${count}`))).toBe(count);
});

it("keeps every kind of value, and null for what is left out", async () => {
  const at = new Date("2026-03-01T12:00:00.123Z");
  const texts = ['"quoted", {braced}', "back\\slash", "", "null", "NULL", "emoji 😀", "line\nbreak", "it's"];
  const rows = texts.map((title, i) => ({
    id: `prd_${i}`,
    slug: `slug-${i}`,
    title,
    sortKey: title,
    descriptionHtml: "",
    status: "active" as const,
    priceFromMinor: i === 0 ? 9_007_199_254_740_991 : null,
    publishedAt: at,
    createdAt: at,
    updatedAt: at,
  }));
  await insertMany(used.db, products, rows);
  const stored = await used.db.select().from(products).orderBy(products.id);
  expect(stored.map((row) => row.title)).toEqual(texts);
  expect(stored[0]).toMatchObject({ priceFromMinor: 9_007_199_254_740_991, publishedAt: at, archivedAt: null, brandId: null });
  await insertMany(used.db, attributes, [{ id: "att_1", code: "a", name: "A", type: "boolean", isFacet: false, position: 1 }]);
  expect(await used.db.select().from(attributes)).toMatchObject([{ isFacet: false, unit: null, position: 1 }]);
});

it("fills in defaults, and leaves numbering to the database", async () => {
  const at = new Date("2026-03-01T12:00:00.000Z");
  const news = ["evt_b", "evt_a"].map((id) => ({ id, type: "thing.happened", version: 1, subject: "thing", payload: { n: 1 }, status: "waiting" as const, availableAt: at, createdAt: at }));
  await insertMany(used.db, outboxEvents, news);
  const stored = await used.db.select().from(outboxEvents).orderBy(outboxEvents.seq);
  expect(stored.map((event) => event.id)).toEqual(["evt_b", "evt_a"]);
  expect(stored[1]?.seq).toBeGreaterThan(stored[0]?.seq ?? Infinity);
  expect(stored[0]).toMatchObject({ attempts: 0, handledBy: [], leasedBy: null });
});

it("inserts what is missing, and says which that was", async () => {
  const rows = Array.from({ length: 70 }, (_, i) => ({ id: `tag_m${i}`, slug: `missing-${i}`, name: "first" }));
  await insertMany(used.db, tags, rows.filter((_, i) => i % 2 === 0));
  const added = await insertMissing(used.db, tags, rows.map((row) => ({ ...row, name: "second" })), "id");
  expect(added).toEqual(rows.filter((_, i) => i % 2 === 1).map((row) => row.id));
  expect(await used.db.$count(tags, eq(tags.name, "first"))).toBe(35);
  expect(await insertMissing(used.db, tags, rows, "id")).toEqual([]);
});

it("numbers rows behind the last of their owner", async () => {
  const image = (productId: string, alt: string) => ({ id: `img_${alt}`, productId, alt, position: 0 });
  const add = (productId: string, alts: string[]) =>
    insertNumbered(used.db, productImages, alts.map((alt) => image(productId, alt)), { number: "position", owner: "productId" });
  await add("prd_0", ["a", "b"]);
  await add("prd_1", ["c"]);
  await add("prd_0", []);
  await add("prd_0", ["d", "e", "f"]);
  const stored = await used.db.select().from(productImages).orderBy(productImages.productId, productImages.position);
  expect(stored.map(({ alt, position }) => `${alt}${position}`)).toEqual(["a1", "b2", "d3", "e4", "f5", "c1"]);
});

it("is undone with the transaction around it", async () => {
  const doomed = inTransaction(used, async ({ db }) => {
    await insertMany(db, tags, [{ id: "tag_x", slug: "doomed", name: "x" }]);
    throw new Error("no");
  });
  await expect(doomed).rejects.toThrow("no");
  expect(await used.db.$count(tags, eq(tags.slug, "doomed"))).toBe(0);
});
