import type { OutputStream } from "../cli.ts";
import { createStyle, oneLine, type Style } from "./style.ts";
import { renderPlain, renderTable, type Column } from "./table.ts";

/** How a command speaks: data on stdout, everything said to a person on stderr. */
export interface Output {
  isJson: boolean;
  /** A person is reading stdout. */
  isTerminal: boolean;
  style: Style;
  /** A value as JSON. */
  json: (value: unknown) => void;
  /** A line of data. */
  line: (text: string) => void;
  list: <T>(list: List<T>) => void;
  /** Names and values, one a line. */
  record: (pairs: readonly (readonly [string, string | number | null])[]) => void;
  /** A line for the person. */
  say: (text: string) => void;
  warn: (text: string) => void;
  time: (iso: string) => string;
}

export interface List<T> {
  columns: readonly Column<T>[];
  items: readonly T[];
  /** Said on stderr when there is nothing. */
  empty: string;
}

interface Streams {
  stdout: OutputStream;
  stderr: OutputStream;
}

export function createOutput({ stdout, stderr }: Streams, wanted: { isJson: boolean; isColorWanted: boolean }): Output {
  const isTerminal = stdout.isTTY === true;
  const style = createStyle(isTerminal && wanted.isColorWanted);
  const errStyle = createStyle(stderr.isTTY === true && wanted.isColorWanted);
  const line = (text: string) => void stdout.write(`${text}\n`);
  const say = (text: string) => void stderr.write(`${text}\n`);
  return {
    isJson: wanted.isJson,
    isTerminal,
    style,
    json: (value) => line(JSON.stringify(value, null, isTerminal ? 2 : 0)),
    line,
    list: ({ columns, items, empty }) => {
      if (items.length === 0) say(empty);
      else line(isTerminal ? renderTable(columns, items, stdout.columns ?? 80, style) : renderPlain(columns, items));
    },
    record: (pairs) => {
      const longest = Math.max(...pairs.map(([name]) => name.length));
      for (const [name, value] of pairs) {
        const text = value === null ? "" : oneLine(String(value));
        line(isTerminal ? `${style.dim(name.padEnd(longest))}  ${text || style.dim("–")}` : `${name}\t${text}`);
      }
    },
    say,
    warn: (text) => say(`${errStyle.yellow("Note:")} ${text}`),
    time: (iso) => (isTerminal ? localTime(iso) : iso),
  };
}

/** `2025-04-30 09:41`, in the time zone of the machine. */
function localTime(iso: string): string {
  const at = new Date(iso);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
