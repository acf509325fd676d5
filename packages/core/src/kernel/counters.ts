import { counters, prepared, type Db } from "@cartwright/db";
import { sql } from "drizzle-orm";

/** The next number of a series, unique and without gaps among transactions that commit. Starts at `start`. */
export async function nextNumber(db: Db, name: string, start: number): Promise<number> {
  const [row] = await prepared({ db }, "next number", countOn).execute({ name, start });
  if (!row) throw new Error(`counter ${name} returned no row`);
  return row.value;
}

const countOn = (db: Db) =>
  db
    .insert(counters)
    .values({ name: sql.placeholder("name"), value: sql.placeholder("start") })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } })
    .returning({ value: counters.value })
    .prepare("next number");
