import type { Session } from "../../../cli.ts";
import type { Outputs } from "../../../client.ts";
import type { Output } from "../../../output/output.ts";
import type { Column } from "../../../output/table.ts";
import { findVariantsById, variantName, type VariantRef } from "../../../variants.ts";

export type Count = Outputs["inventory"]["getCount"];
export type CountRow = Outputs["inventory"]["listCounts"]["items"][number];
export type CountLine = Count["lines"][number];
type NamedLine = CountLine & { variant: VariantRef | null };

export const countHelp = "the count's number";

export const countColumns = (out: Output): readonly Column<CountRow>[] => [
  { heading: "Count", text: ({ number }) => number, isRight: true },
  { heading: "Status", text: ({ status }) => status },
  { heading: "Location", text: ({ location }) => location.code },
  { heading: "Variants", text: ({ lineCount }) => lineCount, isRight: true },
  { heading: "Expected", text: ({ expected }) => expected, isRight: true },
  { heading: "Counted", text: ({ counted }) => counted, isRight: true },
  { heading: "Started", text: ({ startedAt }) => out.time(startedAt) },
  { heading: "Note", text: ({ note }) => note ?? "", isFlexible: true },
];

const lineColumns: readonly Column<NamedLine>[] = [
  { heading: "SKU", text: ({ variant, variantId }) => variant?.sku ?? variantId },
  { heading: "Name", text: ({ variant }) => (variant ? variantName(variant) : ""), isFlexible: true },
  { heading: "Expected", text: ({ expected }) => expected, isRight: true },
  { heading: "Counted", text: ({ counted }) => counted, isRight: true },
  {
    heading: "Difference",
    text: ({ difference }) => signed(difference),
    isRight: true,
    paint: (text, { difference }, { green, red }) => (difference > 0 ? green(text) : difference < 0 ? red(text) : text),
  },
];

/** Lines of a count by name, with what the posting could not do. */
export async function printCount(session: Session, count: Count): Promise<void> {
  const { out } = session;
  const items = await nameLines(session, count.lines);
  if (out.isJson) return out.json({ ...count, lines: items });
  out.say(`${countLine(count)} ${differenceWords(count.lines)}`);
  listLines(out, items);
  for (const { message, lines } of count.warnings) {
    const names = lines.map(({ variantId }) => items.find((item) => item.variantId === variantId)?.variant?.sku ?? variantId);
    out.warn(`${names.join(", ")}: ${message}`);
  }
}

export async function nameLines(session: Session, lines: readonly CountLine[]): Promise<NamedLine[]> {
  const variants = await findVariantsById(session, lines.map(({ variantId }) => variantId));
  return lines.map((line) => ({ ...line, variant: variants.get(line.variantId) ?? null }));
}

export function listLines(out: Output, items: readonly NamedLine[]): void {
  out.list({ columns: lineColumns, items, empty: "Nothing has been counted yet." });
}

/** `Count 3 at town: open.` */
export function countLine({ number, location, status }: CountRow): string {
  return `Count ${number} at ${location.code}: ${status}.`;
}

/** `3 of 40 differ: -5 and +2.` */
export function differenceWords(lines: readonly CountLine[]): string {
  const differences = lines.map(({ difference }) => difference).filter((difference) => difference !== 0);
  if (differences.length === 0) return `None of ${lines.length} differs.`;
  const sum = (isMeant: (difference: number) => boolean) => signed(differences.filter(isMeant).reduce((units, each) => units + each, 0));
  return `${differences.length} of ${lines.length} differ: ${sum((each) => each < 0)} and ${sum((each) => each > 0)}.`;
}

function signed(units: number): string {
  return units > 0 ? `+${units}` : String(units);
}
