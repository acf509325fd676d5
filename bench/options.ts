import { parseArgs } from "node:util";
import type { Dialect } from "./run/database.ts";

export const partNames = ["list", "detail", "cart", "checkout", "pages", "scale", "import"] as const;
export type PartName = (typeof partNames)[number];

export interface Options {
  dialects: Dialect[];
  only: PartName[];
  products: number;
  rounds: number;
  secondsPerRound: number;
  connections: number[];
  /** How many products the import and the larger shop of `scale` have. */
  manyProducts: number;
  profile: boolean;
}

export const usage = `Measures the shop beside its floors, in one run. See docs/performance.md.

  npm run bench -- [options]

  --quick                  one short round of each: a smoke test, not a measurement
  --dialect <name>         sqlite or postgres; both when it is not given
  --only <list>            of ${partNames.join(",")}
  --products <n>           in the shop that is measured (10,000)
  --many <n>               products of the import and of the larger shop of scale (100,000)
  --connections <list>     1,16,64
  --rounds <n>             of each contender (5), --seconds <n> each (3)
  --profile                runs the shop with --cpu-prof; the profiles land in bench/results
  --help`;

/** Errors: one line that names what is wrong. */
export function readOptions(args: string[]): Options | null {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: "boolean", default: false },
      dialect: { type: "string" },
      only: { type: "string", default: partNames.join(",") },
      products: { type: "string", default: "10000" },
      many: { type: "string" },
      connections: { type: "string", default: "1,16,64" },
      rounds: { type: "string" },
      seconds: { type: "string" },
      profile: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return null;
  return {
    dialects: values.dialect === undefined ? ["sqlite", "postgres"] : [dialectNamed(values.dialect)],
    only: values.only.split(",").map(partNamed),
    products: whole("products", values.products),
    rounds: whole("rounds", values.rounds ?? (values.quick ? "1" : "5")),
    secondsPerRound: whole("seconds", values.seconds ?? (values.quick ? "1" : "3")),
    connections: values.connections.split(",").map((text) => whole("connections", text)),
    manyProducts: whole("many", values.many ?? (values.quick ? "10000" : "100000")),
    profile: values.profile,
  };
}

function partNamed(name: string): PartName {
  const part = partNames.find((candidate) => candidate === name);
  if (!part) throw new Error(`--only knows ${partNames.join(", ")}, not "${name}"`);
  return part;
}

function dialectNamed(name: string): Dialect {
  if (name === "sqlite" || name === "postgres") return name;
  throw new Error(`--dialect is sqlite or postgres, not "${name}"`);
}

function whole(option: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new Error(`--${option} takes whole numbers above 0, not "${text}"`);
}
