import { NeedsScript } from "../../components/needs-script.tsx";
import { AccountHeader } from "../../features/accounts/account-header.tsx";
import { AccountNav } from "../../features/accounts/account-nav.tsx";
import { leaveTo } from "../../features/accounts/use-session.ts";
import { forgetMergeNotices } from "../../features/cart/merge-notices.ts";
import { MyOrder } from "../../features/orders/my-order.tsx";
import { MyOrders } from "../../features/orders/my-orders.tsx";
import { OrderReturns } from "../../features/returns/order-returns.tsx";
import { getRouteApi, Link, Outlet } from "@tanstack/react-router";

const myOrderRoute = getRouteApi("/account-area/account/orders/$order");

export function AccountArea() {
  return (
    <div className="grid items-start gap-x-14 gap-y-8 xl:grid-cols-[11rem_1fr]">
      <AccountNav
        onSignedOut={() => {
          forgetMergeNotices();
          leaveTo("/");
        }}
      />
      <div className="min-w-0 space-y-8">
        <NeedsScript>To change something here your browser needs JavaScript.</NeedsScript>
        <Outlet />
      </div>
    </div>
  );
}

export function AccountPage() {
  return (
    <div className="space-y-10">
      <AccountHeader />
      <section className="space-y-5">
        <h2 className="text-2xl">Your orders</h2>
        <MyOrders />
      </section>
    </div>
  );
}

export function MyOrderPage() {
  const { order } = myOrderRoute.useParams();
  return (
    <div className="space-y-6">
      <p className="text-sm">
        <Link to="/account" className="link">
          All your orders
        </Link>
      </p>
      <MyOrder order={order}>
        <OrderReturns access={{ order }} />
      </MyOrder>
    </div>
  );
}
