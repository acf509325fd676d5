import { parseArgs } from "node:util";
import type { Dialect } from "../run/database.ts";

export const guards = ["conditional_hold", "idempotency_claim", "outbox_lease"] as const;
export type Guard = (typeof guards)[number];

export interface Options {
  dialects: Dialect[];
  /** Whichever of the two is reached first ends the run. */
  seeds: number;
  seconds: number;
  firstSeed: number;
  record: string | null;
  summary: string | null;
  without: Guard | null;
  servers: number | null;
  /** Goes on after a broken promise. */
  keepsGoing: boolean;
  /** Tells every story, not only those that break a promise. */
  tells: boolean;
}

export const usage = `Sets buyers, staff, kills and a failing bank on real servers, then holds every promise against the
database and the bank's book. See docs/guarantees.md.

  npm run torture -- [options]

  --dialect <name>     sqlite, postgres or both (both)
  --seeds <n>          how many stories a dialect (100, or as many as fit when --seconds is given)
  --seconds <n>        how long a dialect
  --seed <n>           the first seed (1); alone, it tells that one story again
  --servers <n>        how many servers share the database (2 on SQLite, 3 on Postgres)
  --without <guard>    takes a guard out of the servers: ${guards.join(", ")}
  --record <file>      adds one JSON line a seed
  --summary <file>     writes what the run added up to
  --keep-going         does not stop at the first broken promise
  --tell               prints every story
  --help

Exit code 1 when a promise was broken.`;

/** Errors: one line that names what is wrong. */
export function readOptions(args: string[]): Options | null {
  const { values } = parseArgs({
    args,
    options: {
      dialect: { type: "string", default: "both" },
      seeds: { type: "string" },
      seconds: { type: "string" },
      seed: { type: "string" },
      servers: { type: "string" },
      without: { type: "string" },
      record: { type: "string" },
      summary: { type: "string" },
      "keep-going": { type: "boolean", default: false },
      tell: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return null;
  const seconds = values.seconds === undefined ? Infinity : whole("seconds", values.seconds);
  const isOneStory = values.seed !== undefined && values.seeds === undefined && values.seconds === undefined;
  return {
    dialects: dialectsNamed(values.dialect),
    seeds: values.seeds === undefined ? (isOneStory ? 1 : seconds === Infinity ? 100 : Infinity) : whole("seeds", values.seeds),
    seconds,
    firstSeed: values.seed === undefined ? 1 : whole("seed", values.seed),
    record: values.record ?? null,
    summary: values.summary ?? null,
    without: values.without === undefined ? null : guardNamed(values.without),
    servers: values.servers === undefined ? null : whole("servers", values.servers),
    keepsGoing: values["keep-going"],
    tells: values.tell,
  };
}

function dialectsNamed(name: string): Dialect[] {
  if (name === "both") return ["sqlite", "postgres"];
  if (name === "sqlite" || name === "postgres") return [name];
  throw new Error(`--dialect is sqlite, postgres or both, not "${name}"`);
}

function guardNamed(name: string): Guard {
  const guard = guards.find((candidate) => candidate === name);
  if (!guard) throw new Error(`--without knows ${guards.join(", ")}, not "${name}"`);
  return guard;
}

function whole(option: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0 && number < 10_000_000) return number;
  throw new Error(`--${option} takes whole numbers above 0, not "${text}"`);
}
