import type { Outputs } from "../../../client.ts";
import type { Column } from "../../../output/table.ts";

export const redirectColumns: readonly Column<Outputs["search"]["listRedirects"][number]>[] = [
  { heading: "Query", text: ({ query }) => query, isFlexible: true },
  { heading: "Opens", text: ({ url }) => url, isFlexible: true },
];
