import { newId } from "@cartwright/core/kernel";
import type { Database } from "@cartwright/db";
import type { Flow, Param, Phase, Step, Value } from "./flow.ts";

type Driver = Database["driver"];
type Statement = Parameters<Driver["run"]>[0];

interface Sent {
  sql: string;
  params: readonly unknown[];
  rows: unknown[][];
}

const idShape = /^([a-z]{3})_[0-9a-z]{26}$/;
const hashShape = /^[0-9a-f]{64}$/;
const momentShape = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
/** What lies nearer to now than this was made by the call: a day. */
const longestMs = 24 * 60 * 60_000;

/** Listens at a database's driver: each statement with its parameters and rows, `begin` and `commit` included. */
export class Recorder {
  private sent: Sent[] | null = null;
  private readonly isSqlite: boolean;

  constructor({ driver, dialect }: Database) {
    this.isSqlite = dialect === "sqlite";
    const run = driver.run;
    const begin = driver.begin.bind(driver);
    // The driver's own fields are read at each call, so that putting others in their place is enough.
    Object.assign(driver, {
      run: (statement: Statement) => this.note(run, statement),
      begin: async () => {
        const connection = await begin();
        this.sent?.push({ sql: "begin", params: [], rows: [] });
        return { ...connection, run: (statement: Statement) => this.note(connection.run, statement) };
      },
    } satisfies Partial<Driver>);
  }

  /** Runs the calls one after another as phases of one flow; `inputs` are the values that callers give. */
  async record(inputs: Record<string, string>, phases: { name: string; call: () => Promise<unknown> }[]): Promise<Flow> {
    const names = new Names(inputs, this.isSqlite);
    const recorded: Phase[] = [];
    for (const { name, call } of phases) {
      this.sent = [];
      const answer = await call();
      recorded.push({ name, answer, steps: this.sent.map((sent) => names.stepOf(sent)) });
      this.sent = null;
    }
    return { values: names.values, phases: recorded };
  }

  private async note(run: Driver["run"], statement: Statement) {
    const result = await run(statement);
    const rows = statement.rows === "arrays" ? (result.rows as unknown[][]) : result.rows.map((row) => Object.values(row as object));
    this.sent?.push({ sql: statement.sql, params: [...statement.params], rows });
    return result;
  }
}

/** Finds out where a flow's values come from. */
class Names {
  readonly values: Value[] = [];
  private readonly known = new Map<unknown, number>();
  private readonly seen = new Map<unknown, { step: Step; row: number; column: number }>();
  /** Ids sort by time: those behind this one are made by the flow, those before it are stored already. */
  private readonly start = newId("xxx").slice(4);
  private readonly startedAt = Date.now();

  constructor(
    inputs: Record<string, string>,
    private readonly isSqlite: boolean,
  ) {
    for (const [name, text] of Object.entries(inputs)) this.add(text, { kind: "input", name });
  }

  stepOf({ sql, params, rows }: Sent): Step {
    const step: Step = { sql, params: params.map((param) => this.paramOf(param)), takes: [] };
    rows.forEach((row, i) => row.forEach((cell, column) => this.see(cell, { step, row: i, column })));
    return step;
  }

  /** Ids, and the numbers that counters give out: nothing else that rows hold comes back as a parameter. */
  private see(cell: unknown, place: { step: Step; row: number; column: number }): void {
    const isId = typeof cell === "string" && idShape.test(cell);
    const isCounted = typeof cell === "number" && place.step.sql.includes("counters");
    if ((isId || isCounted) && !this.known.has(cell)) this.seen.set(cell, place);
  }

  private paramOf(sent: unknown): Param {
    if (Array.isArray(sent)) return { list: sent.map((item) => this.paramOf(item)) };
    const param = this.asStored(sent);
    const moment = this.momentOf(param);
    if (moment) return moment;
    const value = this.known.get(param) ?? this.find(param);
    if (value !== undefined) return { value };
    if (typeof param !== "string") return { fixed: param };
    const parts = this.split(param);
    return parts.length > 1 ? { parts } : { fixed: param };
  }

  /** What the shop's driver makes of it; the bare ones take it like that. */
  private asStored(param: unknown): unknown {
    if (param instanceof Date) return this.isSqlite ? param.getTime() : param.toISOString();
    return typeof param === "boolean" && this.isSqlite ? Number(param) : param;
  }

  private momentOf(param: unknown): Param | null {
    const isText = typeof param === "string" && momentShape.test(param);
    const time = isText ? Date.parse(param) : typeof param === "number" && this.isSqlite ? param : Number.NaN;
    const fromNowMs = time - this.startedAt;
    return Math.abs(fromNowMs) < longestMs ? { fromNowMs, as: isText ? "text" : "number" } : null;
  }

  private find(param: unknown): number | undefined {
    const place = this.seen.get(param);
    if (place) {
      const value = this.add(param, { kind: "answer" });
      place.step.takes.push({ row: place.row, column: place.column, value });
      return value;
    }
    if (typeof param !== "string") return undefined;
    const prefix = idShape.exec(param)?.[1];
    if (prefix && param.slice(4) > this.start) return this.add(param, { kind: "id", prefix });
    return hashShape.test(param) ? this.add(param, { kind: "hash" }) : undefined;
  }

  /** Texts such as a gateway's reference have an id inside. */
  private split(text: string): (string | number)[] {
    let parts: (string | number)[] = [text];
    for (const [known, value] of this.known) {
      if (typeof known !== "string" || known.length < 20) continue;
      parts = parts.flatMap((part) => (typeof part === "string" ? between(part.split(known), value) : [part]));
    }
    return parts;
  }

  private add(content: unknown, value: Value): number {
    this.values.push(value);
    this.known.set(content, this.values.length - 1);
    return this.values.length - 1;
  }
}

function between(texts: string[], value: number): (string | number)[] {
  return texts.flatMap((text, i) => (i === 0 ? [text] : [value, text]));
}
