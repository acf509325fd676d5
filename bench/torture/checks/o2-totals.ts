import type { Promised } from "./evidence.ts";

interface Totals {
  number: number;
  lines: number;
  discount: number;
  shipping: number;
  tax: number;
  inPrices: number;
  total: number;
  lineSum: number;
  unitSum: number;
  lineTax: number;
  lineDiscount: number;
  coupons: number;
}

export const totals: Promised = {
  name: "O2",
  says: "lines - discounts + shipping + tax not in the prices = total, and the shares add up",
  async check({ sql, orders }) {
    const ofLines = (what: string) => `(select coalesce(sum(${what}), 0) from order_lines l where l.order_id = o.id)`;
    const rows = await sql.rows<Totals>(
      `select o.number, o.lines_minor as lines, o.discount_minor as discount, o.shipping_minor as shipping, o.tax_minor as tax,
              o.prices_include_tax as "inPrices", o.total_minor as total, ${ofLines("l.total_minor")} as "lineSum",
              ${ofLines("l.quantity * l.unit_price_minor")} as "unitSum", ${ofLines("l.tax_minor")} as "lineTax", ${ofLines("l.discount_minor")} as "lineDiscount",
              (select coalesce(sum(d.amount_minor), 0) from order_discounts d where d.order_id = o.id) as coupons
       from orders o where ${orders.where}`,
      orders.values,
    );
    const broken = rows.flatMap((row) => {
      const found: string[] = [];
      const sum = row.lines - row.discount + row.shipping + (row.inPrices ? 0 : row.tax);
      if (sum !== row.total || row.total < 0) found.push(`parts make ${sum}, total ${row.total}`);
      if (row.lineSum !== row.lines || row.unitSum !== row.lines) found.push(`lines make ${row.lineSum}, their units ${row.unitSum}, kept ${row.lines}`);
      if (row.lineTax > row.tax) found.push(`tax of the lines ${row.lineTax}, of the order ${row.tax}`);
      if (row.lineDiscount !== row.discount || row.coupons !== row.discount) {
        found.push(`discount of the lines ${row.lineDiscount}, by coupons ${row.coupons}, of the order ${row.discount}`);
      }
      return found.map((what) => `order ${row.number}: ${what}`);
    });
    return { looked: rows.length, broken };
  },
};
