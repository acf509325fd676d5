import { trpc } from "../../lib/trpc.ts";
import type { ReactNode } from "react";
import { OrderDetails } from "./order-details.tsx";

/** What the confirmation link opens: thanks, and the order as it stands now. */
export function Confirmation({ token, children }: { token: string; children?: ReactNode }) {
  const [order] = trpc.orders.getByToken.useSuspenseQuery({ token });
  const firstName = order.shippingAddress.name.split(" ")[0];
  const isCancelled = order.status === "cancelled";
  return (
    <div className="space-y-10">
      <header className="max-w-2xl space-y-4">
        <h1 className="text-3xl">{isCancelled ? "This order was cancelled." : `Thank you, ${firstName}.`}</h1>
        <p className="text-lg text-soft">
          {isCancelled
            ? "Nothing will be sent, and what was paid goes back the way it came."
            : `Your order #${order.number} is with us. Somebody will now walk to the shelf. This page is yours: keep its address, and it will tell you where the parcel is.`}
        </p>
      </header>
      <OrderDetails order={order}>{children}</OrderDetails>
    </div>
  );
}
