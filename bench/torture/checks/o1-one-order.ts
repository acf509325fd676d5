import type { Promised } from "./evidence.ts";

export const oneOrder: Promised = {
  name: "O1",
  says: "a cart becomes one order, a key has one effect, numbers are unique, no order that was told is lost",
  async check({ sql, orders, told }) {
    const rows = await sql.rows<{ id: string; number: number; cart: string | null; status: string; total: number }>(
      `select o.id, o.number, o.cart_id as cart, o.status, o.total_minor as total from orders o where ${orders.where}`,
      orders.values,
    );
    const living = rows.filter((row) => row.status !== "cancelled" && row.cart !== null);
    const broken = [
      ...twice(rows.map((row) => String(row.number))).map((number) => `two orders have the number ${number}`),
      ...twice(living.map((row) => String(row.cart))).map((cart) => `cart ${cart} became two living orders`),
    ];
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const { input, final } of told?.story.calls.filter((call) => call.procedure === "checkout.place") ?? []) {
      if (final?.status !== 200) continue;
      const said = final.data as { orderId: string; orderNumber: number; total: { amountMinor: number } };
      const order = byId.get(said.orderId);
      if (!order) broken.push(`order ${said.orderNumber} was confirmed to its buyer and is not there`);
      else if (order.number !== said.orderNumber || order.total !== said.total.amountMinor) broken.push(`order ${said.orderNumber} is not what its buyer was told`);
      else if (order.total !== input["expectedTotalMinor"]) broken.push(`order ${said.orderNumber} is not for the total that its buyer agreed to`);
    }
    return { looked: rows.length, broken };
  },
};

function twice(list: readonly string[]): string[] {
  return [...new Set(list.filter((item, index) => list.indexOf(item) !== index))];
}
