import { integer, table, text } from "../columns.ts";

/** The rate of a country, in basis points (1900 is 19%). */
export const taxRates = table("tax_rates", {
  country: text("country").primaryKey(),
  name: text("name").notNull(),
  rateBasisPoints: integer("rate_basis_points").notNull(),
});
