import { CliError, UsageError } from "../../errors.ts";
import { CsvHeading, detectDelimiter } from "../../product-file/csv-heading.ts";
import { readCsvRows } from "../../product-file/csv-rows.ts";
import type { Problem } from "../../product-file/file-product.ts";
import { peekText } from "../../product-file/open-text.ts";
import type { NamedUnits } from "./unit-lines.ts";

// Enough to work through; a file with more of them is wrong as a whole.
const mostProblems = 10;

/** What a CSV file with the columns sku and counted says, in any order and beside others. All of it is right, or nothing is read. */
export async function readCountedFile(path: string): Promise<NamedUnits[]> {
  const problems: string[] = [];
  const onBroken = ({ row, message }: Problem) => void problems.push(`line ${row}: ${message}`);
  const named: NamedUnits[] = [];
  let places: { sku: number; counted: number } | null = null;
  for await (const { line, cells } of readCsvRows(path, detectDelimiter(await peekText(path)), onBroken)) {
    if (places === null) {
      places = findColumns(path, cells);
      continue;
    }
    const [handle, counted] = [cells[places.sku]?.trim() ?? "", cells[places.counted]?.trim() ?? ""];
    if (handle === "") problems.push(`line ${line}: the SKU is missing.`);
    else if (!/^\d{1,8}$/.test(counted)) problems.push(`line ${line}: "${counted}" is no number of units.`);
    else named.push({ handle, units: Number(counted), where: `line ${line} of ${path}` });
  }
  if (problems.length > 0) {
    const rest = problems.length > mostProblems ? ` And ${problems.length - mostProblems} more.` : "";
    throw new UsageError(`${path}, ${problems.slice(0, mostProblems).join(" ")}${rest}`);
  }
  if (named.length === 0) throw new CliError(`${path} has no lines to enter.`);
  return named;
}

function findColumns(path: string, cells: readonly string[]): { sku: number; counted: number } {
  const heading = new CsvHeading(cells);
  const places = { sku: heading.placeOf("sku"), counted: heading.placeOf("counted") };
  if (places.sku < 0 || places.counted < 0) throw new UsageError(`${path} needs a heading with the columns sku and counted.`);
  return places;
}
