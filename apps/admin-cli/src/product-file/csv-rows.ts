import { CsvError, parse, type Info, type Parser } from "csv-parse";
import { Readable } from "node:stream";
import { CliError } from "../errors.ts";
import type { Problem } from "./file-product.ts";
import { readText, type OnRead } from "./open-text.ts";

/** One record of a CSV file. `line` is where it starts. */
export interface CsvRow {
  line: number;
  cells: string[];
}

// A product can't have more than this, so what is longer is a quote that was never closed.
const maxRecordBytes = 4_000_000;

/** The records of a CSV file, the heading first. Broken ones go to `onBroken` and are left out. */
export async function* readCsvRows(path: string, delimiter: string, onBroken: (problem: Problem) => void, onRead?: OnRead): AsyncGenerator<CsvRow> {
  const broken: unknown[] = [];
  const parser = parse({
    delimiter,
    info: true,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: maxRecordBytes,
    on_skip: (error) => void broken.push(error),
  });
  const source = Readable.from(readText(path, onRead), { objectMode: false, highWaterMark: 256 * 1024 });
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  const lines = new LineCount();
  try {
    for await (const { record, info } of parser as Parser & AsyncIterable<{ record: string[]; info: Info }>) {
      yield { line: lines.startOf(record, info.lines), cells: record };
    }
    // The parser is ahead of what was read here, so only now is it known behind which row it happened.
    for (const error of broken) onBroken({ row: lines.next, column: "", message: brokenMessage(error) });
  } catch (error) {
    if (error instanceof CsvError) throw new CliError(`${path}, line ${lines.next}: ${brokenMessage(error)}`, 1, { cause: error });
    throw error;
  } finally {
    source.destroy();
  }
}

/** csv-parse counts a CRLF inside quotes as two lines and tells where a record ends; people want where it starts. */
class LineCount {
  #overcounted = 0;
  /** The line behind the last record. */
  next = 1;

  startOf(record: readonly string[], parserLine: number): number {
    let inside = 0;
    for (const cell of record) {
      if (!cell.includes("\n") && !cell.includes("\r")) continue;
      this.#overcounted += cell.split("\r\n").length - 1;
      inside += cell.split(/\r\n|\n|\r/).length - 1;
    }
    const end = parserLine - this.#overcounted;
    this.next = end + 1;
    return end - inside;
  }
}

const brokenMessages: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: "A quote is opened here and never closed; nothing behind it could be read.",
  CSV_MAX_RECORD_SIZE: "A quote is opened here and not closed for very long; nothing behind it could be read.",
};

function brokenMessage(error: unknown): string {
  const code = error instanceof CsvError ? error.code : "";
  return brokenMessages[code] ?? (error instanceof Error ? error.message : "The row can't be read.");
}
