import { HelpPage } from "../../features/shop/help-page.tsx";
import { helpTexts } from "../../features/shop/help-texts.ts";
import { createRoute, notFound } from "@tanstack/react-router";
import { pageHead } from "../page-head.ts";
import { rootRoute } from "./root.tsx";

export const helpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/help/$topic",
  loader: ({ params: { topic } }) => {
    const text = Object.hasOwn(helpTexts, topic) ? helpTexts[topic] : undefined;
    if (!text) throw notFound();
    return text;
  },
  head: ({ loaderData }) => (loaderData ? pageHead({ title: loaderData.title, description: loaderData.lead }) : {}),
  component: HelpRoute,
});

function HelpRoute() {
  return <HelpPage text={helpRoute.useLoaderData()} />;
}
