import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { pageData } from "../page-data.ts";
import { pageHead } from "../page-head.ts";
import { rootRoute } from "./root.tsx";

export const confirmationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/order/$token",
  loader: async ({ context, params: { token } }) => {
    const [order] = await Promise.all([
      pageData(context.api.orders.getByToken.ensureData({ token })),
      pageData(context.api.returns.ofOrder.ensureData({ access: { token } })),
    ]);
    return { title: `Order #${order.number}` };
  },
  // The address is the key to the order: it must not leak to where a link leads.
  head: ({ loaderData }) => {
    const head = pageHead({ title: loaderData?.title ?? "Order", isPrivate: true });
    return { ...head, meta: [...head.meta, { name: "referrer", content: "no-referrer" }] };
  },
  component: lazyRouteComponent(() => import("./orders-pages.tsx"), "ConfirmationPage"),
});

export const findOrderRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/orders/find",
  head: () => pageHead({ title: "Find an order", isPrivate: true }),
  component: lazyRouteComponent(() => import("./orders-pages.tsx"), "FindOrderPage"),
});
