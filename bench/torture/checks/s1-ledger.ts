import type { Promised } from "./evidence.ts";

export const ledger: Promised = {
  name: "S1",
  says: "on hand is the sum of the movements",
  async check({ sql, variants }) {
    const rows = await sql.rows<{ variant: string; place: string; onHand: number; moved: number }>(
      `select v.variant_id as variant, v.location_id as place, v.on_hand as "onHand",
              coalesce((select sum(m.quantity) from stock_movements m where m.variant_id = v.variant_id and m.location_id = v.location_id), 0) as moved
       from stock_levels v where ${variants.where}`,
      variants.values,
    );
    const wrong = rows.filter((row) => row.onHand !== row.moved || row.onHand < 0);
    return { looked: rows.length, broken: wrong.map((row) => `${row.variant} at ${row.place}: ${row.onHand} on hand, ${row.moved} moved`) };
  },
};
