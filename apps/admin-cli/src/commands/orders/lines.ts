import { CliError, exitCodes, UsageError } from "../../errors.ts";
import { lineName, type Order, type OrderLine } from "./order.ts";

export const lineHelp = "a line by SKU or line id, and how many; may be repeated";

export type LineUnits = { lineId: string; quantity: number };

/** A line of an order, by its id, SKU or variant. */
export function findLine({ lines, number }: Pick<Order, "lines" | "number">, handle: string): OrderLine {
  const found = lines.filter(({ id, sku, variantId }) => id === handle || sku === handle || variantId === handle);
  if (found.length > 1) throw new UsageError(`"${handle}" is on ${found.length} lines of order ${number}: give the id of one (orders show --json).`);
  const [line] = found;
  if (!line) throw new CliError(`Order ${number} has no line "${handle}".`, exitCodes.notFound);
  return line;
}

/** `SHIRT-M-BLUE=2` as a line of the order and a quantity. */
export function readLine(order: Order, text: string): LineUnits {
  const { handle, quantity } = splitUnits(text, "--line");
  return { lineId: findLine(order, handle).id, quantity };
}

/** What was typed for an option such as `--line`. */
export function splitUnits(text: string, option: string): { handle: string; quantity: number } {
  const [, handle = "", count = ""] = /^(.+)=(\d{1,8})$/.exec(text) ?? [];
  if (handle === "") throw new UsageError(`${option} ${text}: write it like SHIRT-M-BLUE=2.`);
  return { handle, quantity: Number(count) };
}

/** `2 × Shirt, M` for each, or for all that `countOf` counts. */
export function unitWords(order: Order, units: readonly LineUnits[] | undefined, countOf: (line: OrderLine) => number): string[] {
  return order.lines
    .map((line) => ({ line, quantity: units ? units.filter(({ lineId }) => lineId === line.id).reduce((sum, one) => sum + one.quantity, 0) : countOf(line) }))
    .filter(({ quantity }) => quantity > 0)
    .map(({ line, quantity }) => `${quantity} × ${lineName(line)}`);
}

export function unitsOpen({ quantity, quantityShipped, quantityCancelled }: OrderLine): number {
  return quantity - quantityShipped - quantityCancelled;
}
