import type { Promised } from "./evidence.ts";

/** Counted from the orders, not from the reservations: what living orders promise and what has left. */
export const oversell: Promised = {
  name: "S3",
  says: "never more is committed than there was",
  async check({ sql, variants }) {
    const rows = await sql.rows<{ variant: string; committed: number; brought: number; lost: number; backorder: number; short: number }>(
      `select x.variant, x.brought, x.lost, x.backorder, x.short,
              coalesce((select sum(l.quantity - l.quantity_cancelled) from order_lines l join orders o on o.id = l.order_id
                        where l.variant_id = x.variant and o.status not in ('pending', 'cancelled')), 0)
              - coalesce((select sum(m.quantity) from stock_movements m where m.variant_id = x.variant and m.kind = 'returned'), 0) as committed
       from (select v.variant_id as variant, sum(v.backorder_limit) as backorder, max(case when v.is_short then 1 else 0 end) as short,
                    (select coalesce(sum(m.quantity), 0) from stock_movements m where m.variant_id = v.variant_id and m.kind not in ('sold', 'returned')) as brought,
                    (select coalesce(sum(m.quantity), 0) from stock_movements m where m.variant_id = v.variant_id and m.kind in ('adjusted', 'written_off') and m.quantity < 0) as lost
             from stock_levels v where ${variants.where} group by v.variant_id) x`,
      variants.values,
    );
    const broken = rows.flatMap((row) => {
      // A count may find less than was promised: then the level says so, and what was lost was there when it was promised.
      const there = row.brought + row.backorder - (row.short ? row.lost : 0);
      return row.committed > there ? [`${row.variant}: ${row.committed} units sold or promised, ${there} were there`] : [];
    });
    return { looked: rows.reduce((sum, row) => sum + row.committed, 0), broken };
  },
};
