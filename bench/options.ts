import { parseArgs } from "node:util";
import type { Dialect } from "./run/database.ts";

export const partNames = ["list", "detail", "cart", "checkout", "pages", "hot", "buyers", "past", "scale", "import", "access"] as const;
export type PartName = (typeof partNames)[number];

export interface Options {
  dialects: Dialect[];
  only: PartName[];
  products: number;
  rounds: number;
  secondsPerRound: number;
  connections: number[];
  hotConnections: number[];
  /** How many products the import and the larger shop of `scale` have. */
  manyProducts: number;
  /** Past orders of each shop of `past`; the first is what the others are compared with. */
  pastOrders: number[];
  /** How long a round waits for the machine to be quiet. */
  patienceSeconds: number;
  profile: boolean;
  /** Where the figures go, as JSON. */
  out: string;
}

export const usage = `Measures the shop beside its floors, in one run. See docs/performance.md.

  npm run bench -- [options]

  --quick                  one short round of each: a smoke test, not a measurement
  --dialect <name>         sqlite or postgres; both when it is not given
  --only <list>            of ${partNames.join(",")}
  --products <n>           in the shop that is measured (10,000)
  --many <n>               products of the import and of the larger shop of scale (100,000)
  --past <list>            past orders of the shops of past (1000,10000,100000; 1000000 takes minutes to fill)
  --connections <list>     1,16,64, and for hot 1,16,64,256
  --rounds <n>             of each contender (5), --seconds <n> each (3)
  --patience <seconds>     waits so long for other programs to be quiet before each round (0)
  --out <file>             the figures as JSON (bench/results/latest.json)
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
      past: { type: "string" },
      patience: { type: "string" },
      connections: { type: "string" },
      rounds: { type: "string" },
      seconds: { type: "string" },
      out: { type: "string", default: "bench/results/latest.json" },
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
    connections: wholes("connections", values.connections ?? "1,16,64"),
    hotConnections: wholes("connections", values.connections ?? "1,16,64,256"),
    manyProducts: whole("many", values.many ?? (values.quick ? "10000" : "100000")),
    pastOrders: wholes("past", values.past ?? (values.quick ? "1000,3000" : "1000,10000,100000")),
    patienceSeconds: values.patience === undefined ? 0 : whole("patience", values.patience),
    profile: values.profile,
    out: values.out,
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

function wholes(option: string, text: string): number[] {
  return text.split(",").map((part) => whole(option, part));
}

function whole(option: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new Error(`--${option} takes whole numbers above 0, not "${text}"`);
}
