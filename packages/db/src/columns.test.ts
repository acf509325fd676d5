import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import * as pg from "./columns.pg.ts";
import * as sqlite from "./columns.sqlite.ts";
import { bigint, boolean, dialect, integer, json, real, table, text, timestamp } from "./columns.ts";
import { connect } from "./connect.ts";
import { dialectOf } from "./database-url.ts";
import { execute, queryRows } from "./sql.ts";
import { useDatabase } from "./testing/index.ts";

const used = useDatabase();

const things = table("things", {
  id: text<"a" | "b" | "B" | "é">("id").primaryKey(),
  count: integer("count"),
  amountMinor: bigint("amount_minor"),
  ratio: real("ratio"),
  isKept: boolean("is_kept"),
  at: timestamp("at"),
  data: json<{ z: number; a: (string | null)[] }>("data"),
});

async function makeTable(): Promise<void> {
  const types = [things.id, things.count, things.amountMinor, things.ratio, things.isKept, things.at, things.data];
  const columns = types.map((column) => `${column.name} ${column.getSQLType()}`).join(", ");
  await execute(used.db, sql.raw(`drop table if exists things`));
  await execute(used.db, sql.raw(`create table things (${columns})`));
}

it("has the same builders for both dialects", () => {
  expect(Object.keys(pg).toSorted()).toEqual(Object.keys(sqlite).toSorted());
});

it("follows DATABASE_URL, and refuses to connect to the other dialect", async () => {
  expect(dialect).toBe(dialectOf(process.env["DATABASE_URL"] ?? ""));
  const other = dialect === "postgres" ? "file:./other.db" : "postgres://me:secret@localhost/shop";
  await expect(connect(other)).rejects.toThrow(/^DATABASE_URL chose (?!.*secret)/);
});

it("gives back what was put in", async () => {
  await makeTable();
  const thing = {
    id: "a" as const,
    count: 2_147_483_647,
    amountMinor: Number.MAX_SAFE_INTEGER,
    ratio: 0.1,
    isKept: false,
    at: new Date("2024-02-29T23:59:59.987Z"),
    data: { z: 1, a: ["x", null] },
  };
  await used.db.insert(things).values(thing);
  expect(await used.db.select().from(things)).toEqual([thing]);
  expect(await used.db.select().from(things).where(eq(things.at, thing.at))).toHaveLength(1);
  expect(await used.db.select().from(things).where(sql`${things.at} <= ${thing.at}`)).toHaveLength(1);
  expect(await used.db.select().from(things).where(eq(things.isKept, false))).toHaveLength(1);
  const [raw] = await queryRows<{ data: string }>(used.db, sql`select data from things`);
  expect(raw?.data).toBe('{"z":1,"a":["x",null]}');
});

it("keeps null apart from everything else", async () => {
  await makeTable();
  const empty = { id: "a" as const, count: null, amountMinor: null, ratio: null, isKept: null, at: null, data: null };
  await used.db.insert(things).values(empty);
  expect(await used.db.select().from(things)).toEqual([empty]);
});

it("compares text byte by byte", async () => {
  await makeTable();
  await used.db.insert(things).values([{ id: "é" }, { id: "b" }, { id: "B" }, { id: "a" }]);
  const found = await used.db.select({ id: things.id }).from(things).orderBy(things.id);
  expect(found.map((row) => row.id)).toEqual(["B", "a", "b", "é"]);
});

it("counts and sums as numbers, and divides whole numbers wholly", async () => {
  await makeTable();
  await used.db.insert(things).values([
    { id: "a", amountMinor: 5 },
    { id: "b", amountMinor: 6 },
  ]);
  const rows = await queryRows(
    used.db,
    sql`select count(*) as units, sum(amount_minor) as total, 5 / cast(${2} as integer) as half from things`,
  );
  expect(rows).toEqual([{ units: 2, total: 11, half: 2 }]);
});
