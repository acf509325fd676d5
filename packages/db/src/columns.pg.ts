import * as pg from "drizzle-orm/pg-core";

export {
  check,
  foreignKey,
  index,
  pgTable as table,
  primaryKey,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";

/** Compared byte by byte, as SQLite does, whatever the server's locale is. */
const byteText = pg.customType<{ data: string; driverData: string }>({
  dataType: () => 'text COLLATE "C"',
});

const jsonText = pg.customType<{ data: unknown; driverData: string }>({
  dataType: () => "text",
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => JSON.parse(value),
});

export const text = <T extends string = string>(name: string) => byteText(name).$type<T>();

/** Stored as text, because jsonb reorders keys and some values are replayed byte for byte. */
export const json = <T>(name: string) => jsonText(name).$type<T>();

export const integer = (name: string) => pg.integer(name);

/** Money in minor units and counters: safe integers, up to 2^53. */
export const bigint = (name: string) => pg.bigint(name, { mode: "number" });

export const real = (name: string) => pg.doublePrecision(name);

export const boolean = (name: string) => pg.boolean(name);

/** Numbered by the database in the order of insertion; two transactions may commit in another order. */
export const sequence = (name: string) => pg.bigint(name, { mode: "number" }).primaryKey().generatedAlwaysAsIdentity();

export const timestamp = (name: string) =>
  pg.timestamp(name, { withTimezone: true, precision: 3, mode: "date" });
