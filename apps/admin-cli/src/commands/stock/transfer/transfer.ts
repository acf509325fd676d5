import type { Session } from "../../../cli.ts";
import type { Outputs } from "../../../client.ts";
import type { Output } from "../../../output/output.ts";
import type { Column } from "../../../output/table.ts";
import { findVariantsById, variantName, type VariantRef } from "../../../variants.ts";

export type Transfer = Outputs["inventory"]["getTransfer"];
export type TransferRow = Outputs["inventory"]["listTransfers"]["items"][number];
type Line = Transfer["lines"][number] & { variant: VariantRef | null };

export const transferHelp = "the transfer's number";

export const transferColumns = (out: Output): readonly Column<TransferRow>[] => [
  { heading: "Transfer", text: ({ number }) => number, isRight: true },
  { heading: "Status", text: ({ status }) => words(status) },
  { heading: "From", text: ({ from }) => from.code },
  { heading: "To", text: ({ to }) => to.code },
  { heading: "Sent", text: ({ units }) => units.sent, isRight: true },
  { heading: "Under way", text: ({ units }) => units.inTransit, isRight: true },
  { heading: "When", text: ({ sentAt }) => out.time(sentAt) },
  { heading: "Note", text: ({ note }) => note ?? "", isFlexible: true },
];

const lineColumns: readonly Column<Line>[] = [
  { heading: "SKU", text: ({ variant, variantId }) => variant?.sku ?? variantId },
  { heading: "Name", text: ({ variant }) => (variant ? variantName(variant) : ""), isFlexible: true },
  { heading: "Sent", text: ({ sent }) => sent, isRight: true },
  { heading: "Received", text: ({ received }) => received, isRight: true },
  { heading: "Lost", text: ({ lost }) => lost, isRight: true },
  { heading: "Under way", text: ({ inTransit }) => inTransit, isRight: true },
];

/** A transfer with its lines by name. */
export async function printTransfer(session: Session, transfer: Transfer): Promise<void> {
  const { out } = session;
  const variants = await findVariantsById(session, transfer.lines.map(({ variantId }) => variantId));
  const items = transfer.lines.map((line) => ({ ...line, variant: variants.get(line.variantId) ?? null }));
  if (out.isJson) return out.json({ ...transfer, lines: items });
  out.say(transferLine(transfer));
  out.list({ columns: lineColumns, items, empty: "" });
}

/** `Transfer 3 from main to town: in transit.` */
export function transferLine({ number, from, to, status }: TransferRow): string {
  return `Transfer ${number} from ${from.code} to ${to.code}: ${words(status)}.`;
}

function words(status: TransferRow["status"]): string {
  return status.replace("_", " ");
}
