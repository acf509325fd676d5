import { groupBy } from "../group-by.ts";
import type { Evidence, Promised } from "./evidence.ts";
import { retell, type EventRow } from "./retell.ts";

interface Order {
  number: number;
  status: string;
  captured: number;
  refunded: number;
  shipped: number;
  cancelled: number;
  returned: number;
}

export const history: Promised = {
  name: "O3",
  says: "every change is an event, in order, and the events make the same order",
  async check(evidence) {
    const { sql, orders } = evidence;
    const rows = await sql.rows<EventRow & { number: number }>(
      `select o.number, e.seq, e.type, e.actor, e.at, e.payload from orders o left join order_events e on e.order_id = o.id
       where ${orders.where} order by o.number, e.seq`,
      orders.values,
    );
    const stories = groupBy(rows, (row) => row.number);
    const broken = (await loadOrders(evidence)).flatMap((order) => {
      const events = stories.get(order.number) ?? [];
      const found: string[] = [];
      if (events.some((event, index) => event.seq !== index + 1)) found.push(`events ${events.map((event) => event.seq).join()}`);
      if (events.some((event) => !event.actor || !event.at)) found.push("an event without an actor or a time");
      const told = retell(events);
      for (const fact of ["status", "captured", "refunded", "shipped", "cancelled", "returned"] as const) {
        if (order[fact] !== told[fact]) found.push(`${fact} is ${order[fact]}, by its events ${told[fact]}`);
      }
      return found.map((what) => `order ${order.number}: ${what}`);
    });
    for (const { number, differences } of evidence.told?.rebuilt ?? []) broken.push(`order ${number}: rebuilt by the shop itself it differs in ${JSON.stringify(differences)}`);
    return { looked: rows.length, broken };
  },
};

function loadOrders({ sql, orders }: Evidence): Promise<Order[]> {
  const money = (column: string) => `(select coalesce(sum(p.${column}), 0) from payments p where p.order_id = o.id)`;
  const units = (column: string) => `(select coalesce(sum(l.${column}), 0) from order_lines l where l.order_id = o.id)`;
  return sql.rows<Order>(
    `select o.number, o.status, ${money("captured_minor")} as captured, ${money("refunded_minor")} as refunded, ${units("quantity_shipped")} as shipped,
            ${units("quantity_cancelled")} as cancelled, ${units("quantity_returned")} as returned from orders o where ${orders.where}`,
    orders.values,
  );
}
