import type { Times } from "./measure-calls.ts";

/** The shop's own search beside the bare full-text statement, in one run. */
export interface Contest {
  what: string;
  connections: number;
  shop: Times;
  bare: Times;
}

export interface ScaleResult {
  engine: "sqlite" | "postgres";
  products: number;
  /** Null when the index was there already. */
  buildSeconds: number | null;
  buildProcessorSeconds: number | null;
  indexMb: number;
  /** What searching has added to the process: vocabulary, documents read. */
  searchMemoryMb: number;
  processMb: number;
  contests: Contest[];
}

export function scaleLines(results: readonly ScaleResult[]): string[] {
  return results.flatMap((result) => {
    const { engine, products, buildSeconds, buildProcessorSeconds, indexMb, searchMemoryMb, processMb, contests } = result;
    const built = buildSeconds === null ? "was there" : `${buildSeconds.toFixed(1)} s (${(buildProcessorSeconds ?? 0).toFixed(1)} s of processor)`;
    return [
      `${engine}, ${products.toLocaleString("en")} products: index ${indexMb.toFixed(0)} MB, built in ${built}, search takes ${searchMemoryMb.toFixed(0)} MB of the process's ${processMb.toFixed(0)} MB`,
      row("", ["at once", "p50 ms", "p95 ms", "per s", "bare p50", "bare p95", "x p50", "x p95"]),
      ...contests.map(({ what, connections, shop, bare }) =>
        row(what, [String(connections), ms(shop.p50Ms), ms(shop.p95Ms), shop.perSecond.toFixed(0), ms(bare.p50Ms), ms(bare.p95Ms), times(shop.p50Ms / bare.p50Ms), times(shop.p95Ms / bare.p95Ms)]),
      ),
      "",
    ];
  });
}

const row = (name: string, cells: readonly string[]) => `  ${name.padEnd(20)}${cells.map((cell) => cell.padStart(10)).join("")}`;
const ms = (value: number) => value.toFixed(2);
const times = (value: number) => `${value.toFixed(1)}x`;
