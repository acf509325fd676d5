import type { Promised } from "./evidence.ts";

export const holds: Promised = {
  name: "S2",
  says: "reserved is the sum of the reservations, never more than there is, and an order that is being paid keeps its own",
  async check({ sql, variants, orders }) {
    const rows = await sql.rows<{ variant: string; place: string; onHand: number; reserved: number; backorder: number; isShort: number; kept: number }>(
      `select v.variant_id as variant, v.location_id as place, v.on_hand as "onHand", v.reserved, v.backorder_limit as backorder, v.is_short as "isShort",
              coalesce((select sum(r.quantity) from reservations r
                        where r.variant_id = v.variant_id and r.location_id = v.location_id and r.status in ('held', 'allocated')), 0) as kept
       from stock_levels v where ${variants.where}`,
      variants.values,
    );
    const broken = rows.flatMap((row) => {
      const at = `${row.variant} at ${row.place}`;
      const found: string[] = [];
      if (row.reserved !== row.kept) found.push(`${at}: ${row.reserved} reserved, ${row.kept} by reservations`);
      if (row.reserved < 0) found.push(`${at}: ${row.reserved} reserved`);
      const isOver = row.reserved > row.onHand + row.backorder;
      if (isOver !== Boolean(row.isShort)) found.push(`${at}: ${row.reserved} reserved of ${row.onHand} + ${row.backorder}, ${row.isShort ? "" : "not "}flagged short`);
      return found;
    });
    const robbed = await sql.rows<{ number: number }>(
      `select o.number from orders o join order_events e on e.order_id = o.id
       where e.type = 'cancelled' and e.reason = 'out of stock when the payment arrived' and ${orders.where}`,
      orders.values,
    );
    broken.push(...robbed.map(({ number }) => `the stock of order ${number} was given away while it was being paid`));
    return { looked: rows.length, broken };
  },
};
