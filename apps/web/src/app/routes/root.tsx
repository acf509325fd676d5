import frauncesUrl from "@fontsource-variable/fraunces/files/fraunces-latin-opsz-normal.woff2?url";
import interUrl from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import { createRootRouteWithContext } from "@tanstack/react-router";
import { Document } from "../document.tsx";
import { BareErrorPage } from "../error-page.tsx";
import { Layout } from "../layout.tsx";
import type { RouterContext } from "../router-context.ts";

const font = { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "anonymous" } as const;

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  loader: async ({ context: { api } }) => {
    const [shop] = await Promise.all([
      api.shop.get.ensureData(),
      api.catalog.listCategories.ensureData(),
      api.cart.get.ensureData(),
      api.accounts.me.ensureData(),
    ]);
    return { name: shop.name, tagline: shop.tagline };
  },
  head: ({ loaderData }) => ({
    meta: [
      { charSet: "utf-8" },
      { name: "viewport", content: "width=device-width, initial-scale=1" },
      { name: "color-scheme", content: "light dark" },
      { title: loaderData?.name ?? "" },
      ...(loaderData ? [{ name: "description", content: loaderData.tagline }] : []),
    ],
    links: [
      { rel: "icon", type: "image/svg+xml", href: "/lark.svg" },
      { ...font, href: frauncesUrl },
      { ...font, href: interUrl },
    ],
  }),
  shellComponent: Document,
  component: Layout,
  errorComponent: BareErrorPage,
});
