import { Notice } from "../../components/notice.tsx";
import { price } from "../../lib/money.ts";
import { trpc } from "../../lib/trpc.ts";
import type { OrderView } from "./order-details.tsx";

/** Where to pay what was promised by transfer, and what to write on it. */
export function TransferNote({ order: { payments, number } }: { order: OrderView }) {
  const [{ bankAccount, name }] = trpc.shop.get.useSuspenseQuery();
  const promised = payments.filter(({ method, status }) => method === "bank_transfer" && status === "pending");
  if (promised.length === 0) return null;
  return (
    <Notice tone="warn" title={`To be transferred: ${promised.map(({ amount }) => price(amount)).join(" and ")}`}>
      <dl className="figures mt-1 grid grid-cols-[auto_1fr] gap-x-4">
        <dt className="text-soft">To</dt>
        <dd className="select-all">{bankAccount || `${name}, which tells you its account`}</dd>
        <dt className="text-soft">Reference</dt>
        <dd className="select-all">#{number}</dd>
      </dl>
    </Notice>
  );
}
