import { setTimeout as pause } from "node:timers/promises";
import type { World } from "../world/open-world.ts";
import { ordersOf } from "../checks/scope.ts";
import type { Story } from "./story.ts";

const patienceMilliseconds = 45_000;

/**
 * Waits until nothing of the story is under way any more: no money asked for without an answer, nothing late at the
 * bank, no cart that is being ordered. Returns what still is after the patience; empty when it is quiet.
 */
export async function settle(world: World, story: Story): Promise<string[]> {
  const deadline = Date.now() + patienceMilliseconds;
  for (;;) {
    const open = await underWay(world, story);
    if (open.length === 0 || Date.now() > deadline) return open;
    await pause(40);
  }
}

async function underWay({ sql, bank }: World, story: Story): Promise<string[]> {
  const { where, values } = ordersOf(story);
  const counts = await sql.rows<{ what: string; count: number }>(
    `select 'payments started' as what, count(*) as count from payments p join orders o on o.id = p.order_id where p.status = 'started' and ${where}
     union all select 'refunds started', count(*) from refunds r join payments p on p.id = r.payment_id join orders o on o.id = p.order_id where r.status = 'started' and ${where}
     union all select 'orders pending', count(*) from orders o where o.status = 'pending' and ${where}
     union all select 'events waiting', count(*) from outbox_events where status in ('waiting', 'dead')
     union all select 'carts placing', count(*) from carts o where o.status = 'placing' and ${where}`,
    [...values, ...values, ...values, ...values],
  );
  const open = counts.filter((row) => row.count > 0).map((row) => `${row.count} ${row.what}`);
  const { charges } = await bank.bookOf(story.plan.seed);
  const late = charges.filter((charge) => charge.isPending).length;
  if (late > 0) open.push(`${late} charges late at the bank`);
  const unknown = await moneyUnaccounted(sql, charges);
  if (unknown > 0) open.push(`${unknown} charges taken that the shop does not know of`);
  return open;
}

/** Money may be noticed late: the shop asks again for a while. */
async function moneyUnaccounted(sql: World["sql"], charges: { key: string; moved: number; refunds: { moved: number; amountMinor: number }[]; amountMinor: number }[]): Promise<number> {
  const taken = charges.filter((charge) => charge.moved > 0);
  if (taken.length === 0) return 0;
  const rows = await sql.rows<{ key: string; captured: number; refunded: number }>(
    `select idempotency_key as key, captured_minor as captured, refunded_minor as refunded from payments where idempotency_key in (${taken.map(() => "?").join()})`,
    taken.map((charge) => charge.key),
  );
  const known = new Map(rows.map((row) => [row.key, row]));
  return taken.filter((charge) => {
    const row = known.get(charge.key);
    const refunded = charge.refunds.reduce((sum, refund) => sum + refund.moved * refund.amountMinor, 0);
    return row?.captured !== charge.amountMinor || row.refunded !== refunded;
  }).length;
}
