import type { OrderView } from "./order-details.tsx";
import { paymentLine, refundLine } from "./order-words.ts";

/** What was paid and what went back, said one by one: for orders where the sum alone does not tell. */
export function OrderMoney({ order: { payments, refunds } }: { order: OrderView }) {
  const lines = [
    ...payments.map((payment) => ({ id: payment.id, text: paymentLine(payment) })),
    ...refunds.map((refund) => ({ id: refund.id, text: refundLine(refund) })),
  ].filter(({ text }) => text !== null);
  return (
    <section className="space-y-3">
      <h2 className="text-xl">Money</h2>
      <ul className="figures space-y-1.5 text-sm">
        {lines.map(({ id, text }) => (
          <li key={id} className="border-l-4 border-line pl-4">
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
