import * as sqlite from "drizzle-orm/sqlite-core";

export {
  check,
  foreignKey,
  index,
  primaryKey,
  sqliteTable as table,
  unique,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";

const jsonText = sqlite.customType<{ data: unknown; driverData: string }>({
  dataType: () => "text",
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => JSON.parse(value),
});

export const text = <T extends string = string>(name: string) => sqlite.text(name).$type<T>();

/** Stored as text, because jsonb reorders keys and some values are replayed byte for byte. */
export const json = <T>(name: string) => jsonText(name).$type<T>();

export const integer = (name: string) => sqlite.integer(name);

/** Money in minor units and counters: safe integers, up to 2^53. */
export const bigint = (name: string) => sqlite.integer(name);

export const real = (name: string) => sqlite.real(name);

export const boolean = (name: string) => sqlite.integer(name, { mode: "boolean" });

/** Numbered by the database in the order of insertion; a number is never used again. */
export const sequence = (name: string) => sqlite.integer(name).primaryKey({ autoIncrement: true });

export const timestamp = (name: string) => sqlite.integer(name, { mode: "timestamp_ms" });
