import type { Outputs } from "../../client.ts";
import type { Column } from "../../output/table.ts";

export type TaxRate = Outputs["tax"]["list"][number];

export const countryHelp = "the country's two letters, such as DE";

export const rateColumns: readonly Column<TaxRate>[] = [
  { heading: "Country", text: ({ country }) => country },
  { heading: "Tax", text: ({ name }) => name, isFlexible: true },
  { heading: "Rate", text: formatRate, isRight: true },
];

/** `19%`, `8.1%`. */
export function formatRate({ rateBasisPoints }: Pick<TaxRate, "rateBasisPoints">): string {
  return `${rateBasisPoints / 100}%`;
}
