import { AddressLines } from "../../components/address/address-lines.tsx";
import { Totals } from "../../components/totals.tsx";
import { formatDay } from "../../lib/date.ts";
import type { Outputs } from "../../lib/trpc.ts";
import type { ReactNode } from "react";
import { OrderLines } from "./order-lines.tsx";
import { OrderMoney } from "./order-money.tsx";
import { methodText, paymentText, statusText } from "./order-words.ts";
import { Shipments } from "./shipments.tsx";
import { TransferNote } from "./transfer-note.tsx";
import { WorthNow } from "./worth-now.tsx";

export type OrderView = Outputs["orders"]["getByToken"];

/** An order as its buyer sees it. What belongs to it and is no part of it stands below the parcels. */
export function OrderDetails({ order, children }: { order: OrderView; children?: ReactNode }) {
  return (
    <div className="grid items-start gap-x-14 gap-y-10 lg:grid-cols-[1fr_22rem]">
      <div className="space-y-8">
        <dl className="grid grid-cols-2 gap-x-6 gap-y-4 border-y border-line py-5 text-sm sm:grid-cols-4">
          <Fact name="Number" text={`#${order.number}`} />
          <Fact name="Placed" text={formatDay(order.placedAt)} />
          <Fact name="Where it is" text={statusText(order)} />
          <Fact name="Payment" text={paymentText(order)} />
        </dl>
        <TransferNote order={order} />
        <OrderLines lines={order.lines} />
        {order.shipments.length > 0 && <Shipments order={order} />}
        {(order.refunds.length > 0 || order.payments.length > 1) && <OrderMoney order={order} />}
        {children}
      </div>
      <aside aria-label="Sum and addresses" className="space-y-8">
        <section aria-label="Sum" className="rounded-md bg-ground p-6">
          <Totals totals={order.totals} />
          {order.totals.worth.amountMinor !== order.totals.total.amountMinor && <WorthNow totals={order.totals} />}
        </section>
        <section className="space-y-2 text-sm">
          <h2 className="text-lg">Goes to</h2>
          <AddressLines address={order.shippingAddress} />
          <p className="text-soft">{order.shippingMethodName}</p>
        </section>
        <section className="space-y-2 text-sm">
          <h2 className="text-lg">Bill</h2>
          <AddressLines address={order.billingAddress} />
          <p className="text-soft">
            {methodText(order.paymentMethod)}, {order.email}
          </p>
        </section>
      </aside>
    </div>
  );
}

function Fact({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <dt className="text-soft">{name}</dt>
      <dd className="figures font-medium">{text}</dd>
    </div>
  );
}
