import type { Promised } from "./evidence.ts";

interface Coupon {
  id: string;
  code: string;
  used: number;
  most: number | null;
  mostEach: number | null;
  counted: number;
  carried: number;
}

/** Uses are counted from the orders that carry the coupon, not only from the counter. */
export const couponLimits: Promised = {
  name: "P2",
  says: "a coupon's uses never exceed its limits, overall and per customer",
  async check({ sql, coupons }) {
    const rows = await sql.rows<Coupon>(
      `select c.id, c.code, c.used, c.usage_limit as most, c.usage_limit_per_customer as "mostEach",
              (select count(*) from coupon_uses u where u.coupon_id = c.id and u.released_at is null) as counted,
              (select count(*) from order_discounts d join orders o on o.id = d.order_id where d.coupon_id = c.id and o.status <> 'cancelled') as carried
       from coupons c where ${coupons.where}`,
      coupons.values,
    );
    const broken = rows.flatMap(({ code, used, most, counted, carried }) => {
      const found: string[] = [];
      if (used !== counted) found.push(`coupon ${code}: used ${used} times, ${counted} uses kept`);
      if (most !== null && Math.max(used, carried) > most) found.push(`coupon ${code}: ${carried} orders carry it, used ${used} times, at most ${most}`);
      if (carried > counted) found.push(`coupon ${code}: ${carried} orders carry it, ${counted} are counted`);
      return found;
    });
    const each = await sql.rows<{ code: string; who: string; carried: number; most: number }>(
      `select c.code, coalesce(o.account_id, o.email) as who, count(*) as carried, c.usage_limit_per_customer as most
       from coupons c join order_discounts d on d.coupon_id = c.id join orders o on o.id = d.order_id
       where ${coupons.where} and o.status <> 'cancelled' and c.usage_limit_per_customer is not null
       group by c.code, coalesce(o.account_id, o.email), c.usage_limit_per_customer having count(*) > c.usage_limit_per_customer`,
      coupons.values,
    );
    broken.push(...each.map((row) => `coupon ${row.code}: ${row.who} used it ${row.carried} times, at most ${row.most}`));
    const kept = await sql.rows<{ code: string; number: number }>(
      `select c.code, o.number from coupons c join coupon_uses u on u.coupon_id = c.id join orders o on o.id = u.order_id
       where ${coupons.where} and u.released_at is null and o.status = 'cancelled'
         and not exists (select 1 from payments p where p.order_id = o.id and p.captured_minor > 0)
         and not exists (select 1 from order_events e where e.order_id = o.id and e.type = 'confirmed')`,
      coupons.values,
    );
    broken.push(...kept.map((row) => `coupon ${row.code}: order ${row.number} was given up unpaid and still counts`));
    return { looked: rows.reduce((sum, row) => sum + row.carried, 0), broken };
  },
};
