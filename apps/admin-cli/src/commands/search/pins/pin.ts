import type { Outputs } from "../../../client.ts";
import type { Column } from "../../../output/table.ts";

export type Pin = Outputs["search"]["listPins"][number];

export const queryHelp = "what shoppers type; case, accents and signs do not matter";
export const productHelp = "the product's slug or id";

export const pinColumns: readonly Column<Pin>[] = [
  { heading: "Query", text: ({ query }) => query, isFlexible: true },
  { heading: "Place", text: ({ position }) => (position === null ? "hidden" : position + 1), isRight: true },
  { heading: "Product", text: ({ product }) => product.slug, isFlexible: true },
  { heading: "Name", text: ({ product }) => product.title, isFlexible: true },
  { heading: "Status", text: ({ product }) => product.status, paint: (text, { product }, { yellow }) => (product.status === "active" ? text : yellow(text)) },
];
