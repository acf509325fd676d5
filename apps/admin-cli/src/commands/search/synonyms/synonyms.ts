import type { Outputs } from "../../../client.ts";
import type { Column } from "../../../output/table.ts";

export type Synonyms = Outputs["search"]["listSynonyms"][number];

export const synonymColumns: readonly Column<Synonyms>[] = [
  { heading: "Id", text: ({ id }) => id },
  { heading: "Words", text: ({ terms }) => terms.join(", "), isFlexible: true },
  { heading: "Also find", text: ({ kind, replacements }) => (kind === "both" ? "each other" : replacements.join(", ")), isFlexible: true },
];

/** `jumper, sweater` or `crockery -> mug, dish`. */
export function synonymText({ terms, replacements }: Pick<Synonyms, "terms" | "replacements">): string {
  return terms.join(", ") + (replacements.length > 0 ? ` -> ${replacements.join(", ")}` : "");
}
