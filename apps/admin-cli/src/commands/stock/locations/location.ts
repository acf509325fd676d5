import type { Outputs } from "../../../client.ts";
import type { Output } from "../../../output/output.ts";
import type { Column } from "../../../output/table.ts";

export type Location = Outputs["inventory"]["listLocations"][number];

export const locationHelp = "the location's code, such as main";

export const locationColumns: readonly Column<Location>[] = [
  { heading: "Code", text: ({ code }) => code },
  { heading: "Name", text: ({ name }) => name, isFlexible: true },
  { heading: "Priority", text: ({ priority }) => priority, isRight: true },
  { heading: "On hand", text: ({ onHand }) => onHand, isRight: true },
  { heading: "Reserved", text: ({ reserved }) => reserved, isRight: true },
  { heading: "Coming", text: ({ inTransit }) => inTransit, isRight: true },
];

export function printLocation(out: Output, location: Location, said: string): void {
  if (out.isJson) return out.json(location);
  out.say(said);
  out.list({ columns: locationColumns, items: [location], empty: "" });
}
