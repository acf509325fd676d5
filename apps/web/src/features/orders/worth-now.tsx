import { price } from "../../lib/money.ts";
import type { OrderView } from "./order-details.tsx";

/** What is left of the sum after something was cancelled or came back. */
export function WorthNow({ totals: { total, cancelled, worth } }: { totals: OrderView["totals"] }) {
  const returnedMinor = total.amountMinor - cancelled.amountMinor - worth.amountMinor;
  return (
    <dl className="mt-3 space-y-2 border-t border-edge pt-3 text-sm">
      {cancelled.amountMinor > 0 && <Row name="Cancelled" text={`−${price(cancelled)}`} />}
      {returnedMinor > 0 && <Row name="Sent back" text={`−${price({ ...total, amountMinor: returnedMinor })}`} />}
      <Row name="What is left" text={price(worth)} />
    </dl>
  );
}

function Row({ name, text }: { name: string; text: string }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-soft">{name}</dt>
      <dd className="figures font-medium">{text}</dd>
    </div>
  );
}
