import { trpc } from "../../lib/trpc.ts";
import type { ReactNode } from "react";
import { OrderAgain } from "./order-again.tsx";
import { OrderDetails } from "./order-details.tsx";

export function MyOrder({ order: handle, children }: { order: string; children?: ReactNode }) {
  const [order] = trpc.orders.getMine.useSuspenseQuery({ order: handle });
  return (
    <div className="space-y-8">
      <header className="space-y-5">
        <h1 className="text-3xl">Order #{order.number}</h1>
        <OrderAgain order={order} />
      </header>
      <OrderDetails order={order}>{children}</OrderDetails>
    </div>
  );
}
