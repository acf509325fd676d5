import { myOrders } from "../../features/orders/queries.ts";
import { safePath } from "../../lib/safe-path.ts";
import { textOf } from "../../lib/search-params.ts";
import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { pageData } from "../page-data.ts";
import { pageHead } from "../page-head.ts";
import type { RouterContext } from "../router-context.ts";
import { rootRoute } from "./root.tsx";

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  // Named even when there is none: what is not named stays as it came.
  validateSearch: (raw: Record<string, unknown>): { from?: string | undefined } => ({ from: safePath(textOf(raw["from"])) }),
  head: () => pageHead({ title: "Sign in", isPrivate: true }),
  component: lazyRouteComponent(() => import("./account-pages.tsx"), "SignInPage"),
});

async function requireAccount({ api }: RouterContext, from: string): Promise<void> {
  const account = await api.accounts.me.ensureData();
  if (!account) throw redirect({ to: "/sign-in", search: { from }, statusCode: 303 });
}

export const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/account",
  loader: async ({ context, location }) => {
    await requireAccount(context, location.pathname);
    await context.api.orders.listMine.prefetchInfinite(myOrders);
  },
  head: () => pageHead({ title: "Your account", isPrivate: true }),
  component: lazyRouteComponent(() => import("./account-pages.tsx"), "AccountPage"),
});

export const myOrderRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/account/orders/$order",
  loader: async ({ context, location, params: { order } }) => {
    await requireAccount(context, location.pathname);
    await Promise.all([
      pageData(context.api.orders.getMine.ensureData({ order })),
      pageData(context.api.returns.ofOrder.ensureData({ access: { order } })),
    ]);
  },
  head: ({ params }) => pageHead({ title: `Order #${params.order}`, isPrivate: true }),
  component: lazyRouteComponent(() => import("./account-pages.tsx"), "MyOrderPage"),
});
