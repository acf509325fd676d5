import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import type { Db } from "./db.ts";
import { prepared } from "./prepared.ts";
import { tags } from "./schema/index.ts";
import { useDatabase } from "./testing/index.ts";
import { inTransaction } from "./transaction.ts";

const used = useDatabase();

const bySlug = (db: Db) =>
  db
    .select()
    .from(tags)
    .where(eq(tags.slug, sql.placeholder("slug")))
    .prepare("prepared test: tag by slug");

it("is put together once, and inside a transaction sees what the transaction wrote", async () => {
  const find = (ctx: { db: Db }, slug: string) => prepared(ctx, "test: tag by slug", bySlug).execute({ slug });
  expect(await find(used, "new")).toEqual([]);
  const undone = inTransaction(used, async (ctx) => {
    await ctx.db.insert(tags).values({ id: "tag_new", slug: "new", name: "New" });
    expect(prepared(ctx, "test: tag by slug", bySlug)).toBe(prepared(used, "test: tag by slug", bySlug));
    expect(await find(ctx, "new")).toMatchObject([{ name: "New" }]);
    throw new Error("undo");
  });
  await expect(undone).rejects.toThrow("undo");
  expect(await find(used, "new")).toEqual([]);
});
