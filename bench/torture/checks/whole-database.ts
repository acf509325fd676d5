import type { Sql } from "../world/sql.ts";
import { promises } from "./index.ts";
import { everything } from "./scope.ts";

/** Every promise once more over all stories together, when the last one is over. */
export async function checkWholeDatabase(sql: Sql): Promise<{ promise: string; what: string }[]> {
  const broken: { promise: string; what: string }[] = [];
  for (const promise of promises) {
    const finding = await promise.check({ sql, orders: everything, variants: everything, coupons: everything, told: null });
    broken.push(...finding.broken.map((what) => ({ promise: promise.name, what })));
  }
  const [numbers] = await sql.rows<{ count: number; least: number; most: number }>("select count(*) as count, min(number) as least, max(number) as most from orders");
  if (numbers && numbers.count > 0 && numbers.most - numbers.least + 1 !== numbers.count) {
    broken.push({ promise: "O1", what: `${numbers.count} orders have numbers from ${numbers.least} to ${numbers.most}` });
  }
  return broken;
}
