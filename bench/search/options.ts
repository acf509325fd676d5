import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { halves, type Half } from "./judgements/half.ts";
import { engineNames, type EngineName } from "./run/engines.ts";

export const formats = ["trec", "wands"] as const;
export type Format = (typeof formats)[number];

export interface Options {
  /** `demo` or a file. */
  catalogue: string;
  /** A folder; null when only misspelt known items are asked. */
  judgements: string | null;
  format: Format;
  engine: EngineName | "all";
  half: Half;
  /** How many misspelt queries with one typo, and as many with two. */
  knownItems: number;
  seed: number;
  /** How many of the worst answers are printed. */
  worst: number;
  json: string | null;
  /** The embedded engines are asked in core, without a server. */
  isDirect: boolean;
}

const demoJudgements = resolve(import.meta.dirname, "judged/demo");

export const usage = `Measures what the search finds, engine by engine, through a server on a fresh database. See bench/search/README.md.

  npm run bench:search -- [options]

  --catalogue <demo|file>   the demo shop, WANDS' product.csv or any file that "products import" reads (demo)
  --judgements <folder>     graded queries for it (those of the demo shop, when that is the catalogue)
  --format <name>           of the judgements: ${formats.join(" or ")} (trec)
  --engine <name>           ${engineNames.join(", ")} or all (all); Meilisearch needs MEILI_URL
  --half <name>             ${halves.join(", ")} (both): tune on one half, report the other
  --known-items <n>         misspelt queries for a product by its name, with one typo and with two (200; 0 for none)
  --seed <n>                of the misspelt queries (1)
  --worst <n>               prints so many of the worst answers of each engine (0)
  --direct                  asks the embedded engines without a server: the same answers, sooner
  --json <file>             writes all figures and every single answer
  --help`;

/** Null when help was asked for. Errors: one line that names what is wrong. */
export function readOptions(args: string[]): Options | null {
  const { values } = parseArgs({
    args,
    options: {
      catalogue: { type: "string", default: "demo" },
      judgements: { type: "string" },
      format: { type: "string", default: "trec" },
      engine: { type: "string", default: "all" },
      half: { type: "string", default: "both" },
      "known-items": { type: "string", default: "200" },
      seed: { type: "string", default: "1" },
      worst: { type: "string", default: "0" },
      json: { type: "string" },
      direct: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return null;
  const isDemo = values.catalogue === "demo";
  return {
    catalogue: isDemo ? "demo" : resolve(values.catalogue),
    judgements: values.judgements !== undefined ? resolve(values.judgements) : isDemo ? demoJudgements : null,
    format: oneOf("format", formats, values.format),
    engine: oneOf("engine", [...engineNames, "all"] as const, values.engine),
    half: oneOf("half", halves, values.half),
    knownItems: whole("known-items", values["known-items"]),
    seed: whole("seed", values.seed),
    worst: whole("worst", values.worst),
    isDirect: values.direct,
    json: values.json === undefined ? null : resolve(values.json),
  };
}

function oneOf<Name extends string>(option: string, names: readonly Name[], text: string): Name {
  const name = names.find((candidate) => candidate === text);
  if (name === undefined) throw new Error(`--${option} is one of ${names.join(", ")}, not "${text}"`);
  return name;
}

function whole(option: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Error(`--${option} takes a whole number, not "${text}"`);
}
