import { formatMoney } from "@cartwright/core/kernel/money";
import { returnReasonLabels } from "@cartwright/core/returns/schemas";
import type { Outputs } from "../../client.ts";
import type { Output } from "../../output/output.ts";
import type { Style } from "../../output/style.ts";

export type Return = Outputs["returns"]["get"];

export const returnHelp = "the return's number, such as 12, or its id";

export function paintReturn(text: string, { status }: Pick<Return, "status">, { green, yellow, red, dim }: Style): string {
  if (status === "requested") return yellow(text);
  if (status === "rejected" || status === "cancelled") return red(text);
  return status === "closed" ? dim(text) : green(text);
}

/** Says what was done, and shows the return as it is now. */
export function printReturn(out: Output, found: Return, done?: string): void {
  if (out.isJson) return out.json(found);
  if (done) out.say(done);
  out.record([
    ["return", found.number],
    ["id", found.id],
    ["order", found.orderNumber],
    ["status", found.status],
    ["reason", returnReasonLabels[found.reason]],
    ["comment", found.comment],
    ["note", found.note],
    ["refunded", formatMoney(found.refunded)],
    ["asked for", out.time(found.createdAt)],
  ]);
  out.line("");
  out.list({
    columns: [
      { heading: "SKU", text: ({ sku, lineId }) => sku ?? lineId },
      { heading: "Name", text: ({ productTitle, variantTitle }) => (variantTitle ? `${productTitle}, ${variantTitle}` : productTitle), isFlexible: true },
      { heading: "Asked", text: ({ quantity }) => quantity, isRight: true },
      { heading: "Restocked", text: ({ quantityRestocked }) => quantityRestocked, isRight: true },
      { heading: "Written off", text: ({ quantityWrittenOff }) => quantityWrittenOff, isRight: true },
    ],
    items: found.lines,
    empty: "It has no lines.",
  });
}
