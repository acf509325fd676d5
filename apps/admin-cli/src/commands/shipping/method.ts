import { formatMoney } from "@cartwright/core/kernel/money";
import type { Outputs } from "../../client.ts";
import type { Output } from "../../output/output.ts";
import type { Column } from "../../output/table.ts";

export type ShippingMethod = Outputs["shipping"]["list"][number];

export const codeHelp = "the method's code, such as standard";

export const methodColumns: readonly Column<ShippingMethod>[] = [
  { heading: "Code", text: ({ code }) => code },
  { heading: "Name", text: ({ name }) => name, isFlexible: true },
  { heading: "Price", text: ({ price }) => formatMoney(price), isRight: true },
  { heading: "Free over", text: ({ freeOver }) => (freeOver ? formatMoney(freeOver) : ""), isRight: true },
  { heading: "Countries", text: ({ countries }) => countries.join(", ") || "all", isFlexible: true },
  { heading: "Position", text: ({ position }) => position, isRight: true },
];

export function printMethod(out: Output, method: ShippingMethod): void {
  if (out.isJson) return out.json(method);
  out.record([
    ["code", method.code],
    ["name", method.name],
    ["description", method.description],
    ["price", formatMoney(method.price)],
    ["free over", method.freeOver ? formatMoney(method.freeOver) : null],
    ["countries", method.countries.join(", ") || "all that the shop sends to"],
    ["position", method.position],
  ]);
}
