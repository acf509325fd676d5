import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { JudgedQuery } from "./judged-query.ts";

const gradeFiles = ["qrels.txt", "qrels.tsv", "qrels"];

/**
 * A folder in TREC's layout: `queries.tsv` with id, kind and text (or id and text), separated by tabs, and
 * `qrels.txt` with query id, a number nobody reads, product key and grade. Errors: name file and line.
 */
export function readTrec(folder: string): JudgedQuery[] {
  const queries = new Map<string, { kind: string; text: string; grades: Map<string, number> }>();
  const queryFile = join(folder, "queries.tsv");
  for (const { line, text } of linesOf(queryFile)) {
    const [id = "", ...rest] = text.split("\t").map((cell) => cell.trim());
    if (id === "" || rest.length < 1 || rest.length > 2) throw new Error(`${queryFile}, line ${line}: it must be id, kind and query, separated by tabs.`);
    if (queries.has(id)) throw new Error(`${queryFile}, line ${line}: query ${id} was there already.`);
    queries.set(id, { kind: rest.length === 2 ? (rest[0] ?? "") : "query", text: rest.at(-1) ?? "", grades: new Map() });
  }
  const gradeFile = join(folder, gradeFiles.find((name) => existsSync(join(folder, name))) ?? "qrels.txt");
  for (const { line, text } of linesOf(gradeFile)) {
    const [id = "", , key = "", grade = ""] = text.trim().split(/\s+/);
    if (!/^-?\d+$/.test(grade)) throw new Error(`${gradeFile}, line ${line}: it must be query id, 0, product and grade.`);
    const query = queries.get(id);
    if (!query) throw new Error(`${gradeFile}, line ${line}: there is no query ${id}.`);
    query.grades.set(key, Math.max(0, Number(grade)));
  }
  return [...queries].map(([id, query]) => ({ id, ...query }));
}

function linesOf(path: string): { line: number; text: string }[] {
  const lines = readFileSync(path, "utf8").replace(/^\uFEFF/, "").split(/\r?\n/);
  return lines.map((text, i) => ({ line: i + 1, text })).filter(({ text }) => text.trim() !== "");
}
