import { CsvHeading, detectDelimiter } from "../../../apps/admin-cli/src/product-file/csv-heading.ts";
import { readCsvRows } from "../../../apps/admin-cli/src/product-file/csv-rows.ts";
import { peekText } from "../../../apps/admin-cli/src/product-file/open-text.ts";

export interface TableRow {
  line: number;
  /** What stands in a column, trimmed; empty when there is no such column. */
  cell: (column: string) => string;
}

/** The rows of a file whose columns are known by name; tabs, commas or semicolons. Errors: a column or a row that is missing. */
export async function* readTable(path: string, needed: readonly string[]): AsyncGenerator<TableRow> {
  const delimiter = detectDelimiter(await peekText(path));
  const refuse = ({ row, message }: { row: number; message: string }) => {
    throw new Error(`${path}, line ${row}: ${message}`);
  };
  const rows = readCsvRows(path, delimiter, refuse);
  const first = await rows.next();
  const heading = new CsvHeading(first.done ? [] : first.value.cells);
  const missing = needed.filter((column) => heading.placeOf(column) === -1);
  if (missing.length > 0) throw new Error(`${path} has no column ${missing.join(", ")}.`);
  for await (const { line, cells } of rows) {
    yield { line, cell: (column) => (cells[heading.placeOf(column)] ?? "").trim() };
  }
}
