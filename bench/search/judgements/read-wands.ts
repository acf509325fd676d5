import { join } from "node:path";
import { readTable } from "../catalogue/read-table.ts";
import { wandsKey } from "../catalogue/wands.ts";
import type { JudgedQuery } from "./judged-query.ts";

const gradeOf: Record<string, number> = { exact: 3, partial: 1, irrelevant: 0 };

/**
 * A folder in the layout of WANDS (github.com/wayfair/WANDS): `query.csv` with query_id, query and query_class,
 * `label.csv` with query_id, product_id and label; separated by tabs or commas. Errors: name file and line.
 */
export async function readWands(folder: string): Promise<JudgedQuery[]> {
  const queries = new Map<string, { kind: string; text: string; grades: Map<string, number> }>();
  const queryFile = join(folder, "query.csv");
  for await (const { cell } of readTable(queryFile, ["query_id", "query"])) {
    queries.set(cell("query_id"), { kind: cell("query_class") || "query", text: cell("query"), grades: new Map() });
  }
  const labelFile = join(folder, "label.csv");
  for await (const { line, cell } of readTable(labelFile, ["query_id", "product_id", "label"])) {
    const grade = gradeOf[cell("label").toLowerCase()];
    if (grade === undefined) throw new Error(`${labelFile}, line ${line}: "${cell("label")}" is not Exact, Partial or Irrelevant.`);
    const query = queries.get(cell("query_id"));
    if (!query) throw new Error(`${labelFile}, line ${line}: there is no query ${cell("query_id")}.`);
    query.grades.set(wandsKey(cell("product_id")), grade);
  }
  return [...queries].map(([id, query]) => ({ id, ...query }));
}
