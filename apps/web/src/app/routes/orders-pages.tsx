import { AccountOffer } from "../../features/accounts/sign-up/account-offer.tsx";
import { Confirmation } from "../../features/orders/confirmation.tsx";
import { FindOrder } from "../../features/orders/find-order.tsx";
import { OrderReturns } from "../../features/returns/order-returns.tsx";
import { trpc } from "../../lib/trpc.ts";
import { getRouteApi } from "@tanstack/react-router";

const confirmationRoute = getRouteApi("/order/$token");

export function ConfirmationPage() {
  const { token } = confirmationRoute.useParams();
  const [{ email, shippingAddress, status }] = trpc.orders.getByToken.useSuspenseQuery({ token });
  return (
    <Confirmation token={token}>
      <OrderReturns access={{ token }} />
      {status !== "cancelled" && <AccountOffer email={email} name={shippingAddress.name} />}
    </Confirmation>
  );
}

export function FindOrderPage() {
  return (
    <div className="space-y-8">
      <header className="max-w-xl space-y-3">
        <h1 className="text-3xl">Find an order</h1>
        <p className="text-lg text-soft">The number stands on the confirmation, and on the slip in the parcel if it has got that far.</p>
      </header>
      <FindOrder Below={OrderReturns} />
    </div>
  );
}
