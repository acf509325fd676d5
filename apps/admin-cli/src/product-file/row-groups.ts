import type { CsvRow } from "./csv-rows.ts";
import type { FileProduct, Problem } from "./file-product.ts";

/** Rows of one product, which follow each other, by the cell they have in common. */
export interface RowGroup {
  key: string;
  rows: CsvRow[];
}

/** Puts rows that follow each other and have the same key together. A row without a key is a group of its own, whose key is empty. */
export async function* groupRows(rows: AsyncIterable<CsvRow>, keyAt: number): AsyncGenerator<RowGroup> {
  let group = null as RowGroup | null;
  for await (const row of rows) {
    const key = (row.cells[keyAt] ?? "").trim();
    if (key === "" && row.cells.every((cell) => cell.trim() === "")) continue;
    if (key !== "" && group?.key === key) {
      group.rows.push(row);
    } else {
      if (group) yield group;
      group = { key, rows: [row] };
    }
  }
  if (group) yield group;
}

/** Something in the file that is no product, as a refused one. */
export function refused({ row, column, message }: Problem, slug: string | null = null): FileProduct {
  return { row, slug, product: null, problems: [{ row, column, message }], warnings: [] };
}

export function reappears(row: number, column: string, key: string, before: number): Problem {
  return { row, column, message: `${JSON.stringify(key)} was at line ${before} already; all rows of a product must follow each other.` };
}

/** Problems and warnings of one product while it is read. */
export class Findings {
  readonly problems: Problem[] = [];
  readonly warnings: Problem[] = [];

  problem(row: number, column: string, message: string): void {
    this.problems.push({ row, column, message });
  }

  warn(row: number, column: string, message: string): void {
    this.warnings.push({ row, column, message });
  }
}

