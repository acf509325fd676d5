import { myOrders } from "../../features/orders/queries.ts";
import { textOf } from "../../lib/search-params.ts";
import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { ownData } from "../own-data.ts";
import { pageData } from "../page-data.ts";
import { pageHead } from "../page-head.ts";
import { rootRoute } from "./root.tsx";

/** Everything for those who are signed in: the parts of the account beside the page. */
export const accountArea = createRoute({
  getParentRoute: () => rootRoute,
  id: "account-area",
  // Before any loader: the pages below ask for what is somebody's own.
  beforeLoad: async ({ context, location }) => {
    const account = await context.api.accounts.me.ensureData();
    if (!account) throw redirect({ to: "/sign-in", search: { from: location.pathname }, statusCode: 303 });
  },
  component: lazyRouteComponent(() => import("./account-pages.tsx"), "AccountArea"),
});

export const accountRoute = createRoute({
  getParentRoute: () => accountArea,
  path: "/account",
  loader: async ({ context: { api } }) => {
    await api.orders.listMine.prefetchInfinite(myOrders);
  },
  head: () => pageHead({ title: "Your account", isPrivate: true }),
  component: lazyRouteComponent(() => import("./account-pages.tsx"), "AccountPage"),
});

export const myOrderRoute = createRoute({
  getParentRoute: () => accountArea,
  path: "/account/orders/$order",
  loader: ({ context: { api }, location, params: { order } }) =>
    ownData(location.pathname, pageData(api.orders.getMine.ensureData({ order })), pageData(api.returns.ofOrder.ensureData({ access: { order } }))),
  head: ({ params }) => pageHead({ title: `Order #${params.order}`, isPrivate: true }),
  component: lazyRouteComponent(() => import("./account-pages.tsx"), "MyOrderPage"),
});

export const profileRoute = createRoute({
  getParentRoute: () => accountArea,
  path: "/account/profile",
  loader: ({ context: { api }, location }) => ownData(location.pathname, api.accounts.profile.ensureData()),
  head: () => pageHead({ title: "You", isPrivate: true }),
  component: lazyRouteComponent(() => import("../../features/accounts/settings/profile-page.tsx"), "ProfilePage"),
});

export const addressesRoute = createRoute({
  getParentRoute: () => accountArea,
  path: "/account/addresses",
  loader: ({ context: { api }, location }) => ownData(location.pathname, api.accounts.addresses.list.ensureData()),
  head: () => pageHead({ title: "Addresses", isPrivate: true }),
  component: lazyRouteComponent(() => import("../../features/accounts/addresses/address-book-page.tsx"), "AddressBookPage"),
});

export const securityRoute = createRoute({
  getParentRoute: () => accountArea,
  path: "/account/security",
  validateSearch: (raw: Record<string, unknown>): { oauth?: string | undefined } => ({ oauth: textOf(raw["oauth"]) }),
  // Devices come and go elsewhere: always fresh.
  loader: ({ context: { api }, location }) => {
    const fresh = { staleTime: 0 };
    const { profile, secondFactor, listSessions, oauth } = api.accounts;
    return ownData(
      location.pathname,
      profile.ensureData(),
      secondFactor.get.fetch(undefined, fresh),
      listSessions.fetch(undefined, fresh),
      oauth.providers.ensureData(),
      oauth.linked.fetch(undefined, fresh),
    );
  },
  head: () => pageHead({ title: "Signing in", isPrivate: true }),
  component: lazyRouteComponent(() => import("./security-page.tsx"), "SecurityRoutePage"),
});

export const dataRoute = createRoute({
  getParentRoute: () => accountArea,
  path: "/account/data",
  loader: ({ context: { api }, location }) => ownData(location.pathname, api.accounts.profile.ensureData()),
  head: () => pageHead({ title: "Your data", isPrivate: true }),
  component: lazyRouteComponent(() => import("../../features/accounts/data/data-page.tsx"), "DataPage"),
});

export const accountTree = accountArea.addChildren([accountRoute, myOrderRoute, profileRoute, addressesRoute, securityRoute, dataRoute]);
