import { groupBy } from "../group-by.ts";
import type { BookedCharge } from "../gateway/book.ts";
import type { Evidence, Promised } from "./evidence.ts";

interface Payment {
  key: string;
  gateway: string;
  number: number;
  status: string;
  orderStatus: string;
  amount: number;
  authorised: number;
  captured: number;
  refunded: number;
  total: number;
  cancelled: number;
}

export const chargedOnce: Promised = {
  name: "P1",
  says: "charged once, never more than the total; the bank's book and the shop's agree; money without an order is given back",
  async check(evidence) {
    const payments = await loadPayments(evidence);
    const broken = payments.flatMap(arithmetic);
    const returned = await loadReturned(evidence);
    for (const [number, own] of groupBy(payments, (payment) => payment.number)) broken.push(...ofOrder(own, returned.get(number) ?? 0));
    const refunds = await loadRefunds(evidence);
    const promised = new Map<string, number>();
    for (const refund of refunds) if (refund.status !== "failed") promised.set(refund.payment, (promised.get(refund.payment) ?? 0) + refund.amount);
    for (const { key, number, refunded } of payments) {
      if ((promised.get(key) ?? 0) !== refunded) broken.push(`order ${number}: ${refunded} marked as refunded, refunds of ${promised.get(key) ?? 0}`);
    }
    if (evidence.told) broken.push(...againstBook(payments, refunds, evidence.told.book));
    return { looked: payments.length, broken };
  },
};

function loadPayments({ sql, orders }: Evidence): Promise<Payment[]> {
  return sql.rows<Payment>(
    `select p.idempotency_key as key, p.gateway, o.number, p.status, o.status as "orderStatus", p.amount_minor as amount, p.authorised_minor as authorised,
            p.captured_minor as captured, p.refunded_minor as refunded, o.total_minor as total, o.cancelled_minor as cancelled
     from payments p join orders o on o.id = p.order_id where ${orders.where}`,
    orders.values,
  );
}

/** What came back was worth so much to its order, by its events. */
async function loadReturned({ sql, orders }: Evidence): Promise<Map<number, number>> {
  const rows = await sql.rows<{ number: number; payload: string }>(
    `select o.number, e.payload from orders o join order_events e on e.order_id = o.id where e.type = 'return_received' and ${orders.where}`,
    orders.values,
  );
  const returned = new Map<number, number>();
  for (const { number, payload } of rows) returned.set(number, (returned.get(number) ?? 0) + (JSON.parse(payload) as { amountMinor: number }).amountMinor);
  return returned;
}

interface Refund {
  payment: string;
  key: string;
  status: string;
  amount: number;
}

function loadRefunds({ sql, orders }: Evidence): Promise<Refund[]> {
  return sql.rows<Refund>(
    `select p.idempotency_key as payment, r.idempotency_key as key, r.status, r.amount_minor as amount
     from refunds r join payments p on p.id = r.payment_id join orders o on o.id = p.order_id where ${orders.where}`,
    orders.values,
  );
}

function arithmetic({ number, amount, authorised, captured, refunded }: Payment): string[] {
  const isSound = captured <= authorised && authorised <= amount && refunded <= captured && refunded >= 0;
  return isSound ? [] : [`order ${number}: a payment of ${amount} has ${authorised} authorised, ${captured} captured, ${refunded} refunded`];
}

/** What is kept of the money of an order is never more than it is worth, nothing when it is cancelled, and all when goods are due. */
function ofOrder(payments: readonly Payment[], returned: number): string[] {
  const [first] = payments;
  if (!first) return [];
  const { number, orderStatus, total, cancelled } = first;
  const kept = payments.reduce((sum, payment) => sum + payment.captured - payment.refunded, 0);
  const promised = payments.reduce((sum, payment) => sum + (payment.status === "pending" || payment.status === "authorised" ? payment.amount : 0), 0);
  const found: string[] = [];
  const worth = total - cancelled - returned;
  if (kept + promised > worth && orderStatus !== "cancelled") found.push(`order ${number}: ${kept} kept and ${promised} due, and it is worth ${worth}`);
  if (orderStatus === "cancelled" && kept + promised !== 0) found.push(`order ${number} is cancelled and ${kept} kept, ${promised} still due`);
  if (orderStatus !== "cancelled" && orderStatus !== "pending" && orderStatus !== "returned") {
    const given = payments.reduce((sum, payment) => sum + payment.captured, 0) + promised;
    if (given < worth) found.push(`order ${number} is ${orderStatus}, but only ${given} of ${worth} was paid or promised`);
  }
  return found;
}

function againstBook(payments: readonly Payment[], refunds: readonly Refund[], book: readonly BookedCharge[]): string[] {
  const found: string[] = [];
  const known = new Map(payments.map((payment) => [payment.key, payment]));
  for (const charge of book) {
    const payment = known.get(charge.key);
    const at = `charge ${charge.key}`;
    if (charge.moved > 1) found.push(`${at}: money was taken ${charge.moved} times`);
    if (charge.otherAmounts.length > 0) found.push(`${at}: asked for ${charge.amountMinor} and under the same key for ${charge.otherAmounts.join(", ")}`);
    const taken = charge.moved * charge.amountMinor;
    const back = charge.refunds.reduce((sum, refund) => sum + refund.moved * refund.amountMinor, 0);
    for (const refund of charge.refunds) {
      if (refund.otherAmounts.length > 0) found.push(`refund ${refund.key}: asked for ${refund.amountMinor} and ${refund.otherAmounts.join(", ")}`);
    }
    if (!payment) found.push(`${at}: the bank knows of it, the shop does not`);
    else if (payment.captured !== taken) found.push(`order ${payment.number}: the bank took ${taken}, the shop says ${payment.captured} (${payment.status})`);
    else if (payment.refunded !== back) found.push(`order ${payment.number}: the bank gave back ${back}, the shop says ${payment.refunded}`);
  }
  const booked = new Set(book.map((charge) => charge.key));
  for (const payment of payments) {
    const isBanked = payment.gateway === "test_card" && payment.captured > 0;
    if (isBanked && !booked.has(payment.key)) found.push(`order ${payment.number}: the shop says ${payment.captured} captured, the bank never heard of it`);
  }
  const givenBack = new Set(book.flatMap((charge) => charge.refunds.filter((refund) => refund.moved > 0).map((refund) => refund.key)));
  for (const refund of refunds) {
    const isBanked = known.get(refund.payment)?.gateway === "test_card";
    if (isBanked && refund.status === "succeeded" && !givenBack.has(refund.key)) found.push(`refund ${refund.key}: the shop says it went back, the bank does not`);
  }
  return found;
}
