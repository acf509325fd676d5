import { types, type CustomTypesConfig } from "pg";

const { builtins } = types;

const asText = (value: string): string => value;

/** How values of the server become JavaScript: counts and sums as numbers, as on SQLite. */
const byType = new Map<number, (value: string) => unknown>([
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
  // Drizzle's columns make the dates themselves, from text.
  [builtins.TIMESTAMPTZ, asText],
  [builtins.TIMESTAMP, asText],
  [builtins.DATE, asText],
]);

export const parsers: CustomTypesConfig = {
  getTypeParser: (id, format) => byType.get(id) ?? types.getTypeParser(id, format),
};
