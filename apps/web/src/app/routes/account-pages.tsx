import { AccountHeader } from "../../features/accounts/account-header.tsx";
import { SignInForm } from "../../features/accounts/sign-in-form.tsx";
import { forgetMergeNotices, keepMergeNotices } from "../../features/cart/merge-notices.ts";
import { MyOrder } from "../../features/orders/my-order.tsx";
import { MyOrders } from "../../features/orders/my-orders.tsx";
import { OrderReturns } from "../../features/returns/order-returns.tsx";
import { getRouteApi, Link, useRouter } from "@tanstack/react-router";

const signInRoute = getRouteApi("/sign-in");
const myOrderRoute = getRouteApi("/account/orders/$order");

export function SignInPage() {
  const { from = "/account" } = signInRoute.useSearch();
  const router = useRouter();
  return (
    <div className="space-y-8">
      <header className="max-w-xl space-y-3">
        <h1 className="text-3xl">Sign in</h1>
        <p className="text-lg text-soft">
          For those who have an account. Everybody else can order without one and{" "}
          <Link to="/orders/find" className="link">
            look up an order
          </Link>{" "}
          by its number.
        </p>
      </header>
      <SignInForm
        onSignedIn={({ cartNotices }) => {
          keepMergeNotices(cartNotices);
          router.history.push(from);
        }}
      />
    </div>
  );
}

export function AccountPage() {
  return (
    <div className="space-y-10">
      {/* A fresh page: nothing of the account stays in the browser's memory. */}
      <AccountHeader
        onSignedOut={() => {
          forgetMergeNotices();
          location.assign("/");
        }}
      />
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
