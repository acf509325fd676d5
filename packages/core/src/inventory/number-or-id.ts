import type { stockCounts, transfers } from "@cartwright/db";
import { eq } from "drizzle-orm";

/** People name a transfer or a count by its number, programs by its id. */
export function isNumberOrId(table: typeof transfers | typeof stockCounts, handle: string) {
  const number = /^#?(\d{1,12})$/.exec(handle)?.[1];
  return number === undefined ? eq(table.id, handle) : eq(table.number, Number(number));
}
