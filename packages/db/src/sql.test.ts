import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { settings, tags } from "./schema/index.ts";
import { chunked, containsText, execute, greatest, isInList, least, lockRow, queryRows } from "./sql.ts";
import { useDatabase } from "./testing/index.ts";
import { inTransaction } from "./transaction.ts";

const used = useDatabase();

it("locks rows until the transaction ends", async () => {
  await used.db.insert(tags).values({ id: "tag_0", slug: "locked", name: "0" });
  const grow = () =>
    inTransaction(used, async ({ db }) => {
      const [tag] = await lockRow(db.select().from(tags).where(eq(tags.id, "tag_0")));
      await db.update(tags).set({ name: String(Number(tag?.name) + 1) }).where(eq(tags.id, "tag_0"));
    });
  await Promise.all(Array.from({ length: 20 }, grow));
  const [tag] = await used.db.select().from(tags).where(eq(tags.id, "tag_0"));
  expect(tag?.name).toBe("20");
});

it("finds what is in a list of any length and with any signs", async () => {
  const names = ["it's", 'a "quoted" one', "back\\slash", "ünïcode"];
  await used.db.insert(tags).values(names.map((name, i) => ({ id: `tag_l${i}`, slug: `listed-${i}`, name })));
  const found = async (list: string[]) => {
    const rows = await used.db.select({ name: tags.name }).from(tags).where(isInList(tags.name, JSON.stringify(list)));
    return rows.map(({ name }) => name).toSorted();
  };
  expect(await found(names)).toEqual(names.toSorted());
  expect(await found([...Array.from({ length: 3_000 }, (_, i) => `other ${i}`), "it's"])).toEqual(["it's"]);
  expect(await found([])).toEqual([]);
});

it("splits a list", () => {
  expect(chunked([])).toEqual([]);
  expect(chunked([1, 2, 3], 2)).toEqual([[1, 2], [3]]);
});

it("says how many rows a statement changed", async () => {
  await used.db.insert(tags).values([1, 2, 3].map((i) => ({ id: `tag_c${i}`, slug: `counted-${i}`, name: "counted" })));
  expect(await execute(used.db, sql`update tags set name = 'counted' where name = 'counted'`)).toBe(3);
  expect((await used.db.delete(tags).where(eq(tags.name, "counted"))).rowCount).toBe(3);
});

it("finds words as typed, whatever the case", async () => {
  await used.db.insert(settings).values([
    { key: "a", value: "50% Off", updatedAt: new Date(0) },
    { key: "b", value: "50 and off", updatedAt: new Date(0) },
  ] as (typeof settings.$inferInsert)[]);
  const found = await used.db.select({ key: settings.key }).from(settings).where(containsText(sql`${settings.value}`, "50% OFF"));
  expect(found).toEqual([{ key: "a" }]);
});

it("has the greatest and the least of values", async () => {
  const [row] = await queryRows(used.db, sql`select ${greatest(sql`1`, sql`3`, sql`2`)} as most, ${least(sql`2`, sql`1`)} as fewest`);
  expect(row).toEqual({ most: 3, fewest: 1 });
});

it("reads one row, none, and rows with their relations mapped", async () => {
  const none = await used.db.query.tags.findFirst({ where: eq(tags.id, "nobody") });
  expect(none).toBeUndefined();
  await used.db.insert(tags).values({ id: "tag_q", slug: "queried", name: "Queried" });
  expect(await used.db.query.tags.findFirst({ where: eq(tags.id, "tag_q") })).toEqual({ id: "tag_q", slug: "queried", name: "Queried" });
  await inTransaction(used, async ({ db }) => {
    expect(await db.query.tags.findMany({ where: eq(tags.id, "tag_q") })).toHaveLength(1);
  });
});
