import type { Target } from "../load/job.ts";
import type { Dialect } from "../run/database.ts";
import type { Measured } from "../run/measure.ts";

/** A line of the throughput table. */
export interface ThroughputRow extends Measured {
  part: "throughput";
  dialect: Dialect;
  name: string;
  connections: number;
  target: Target;
  /** The shop's rate as a share of this floor's; null for the shop itself. */
  shopShare: number | null;
}

export interface PageRow extends Measured {
  part: "pages";
  dialect: Dialect;
  name: string;
  connections: number;
}

export interface ScaleRow {
  part: "scale";
  dialect: Dialect;
  name: string;
  /** Milliseconds at one connection, by number of products. */
  small: { products: number; p50Ms: number };
  large: { products: number; p50Ms: number };
  ratio: number;
}

export interface ImportRow {
  part: "import";
  dialect: Dialect;
  products: number;
  perSecond: number;
  seconds: number;
  /** Processor time of each process for a product, in milliseconds. */
  cliProcessorMs: number;
  serverProcessorMs: number;
  cliPeakMb: number;
  serverPeakMb: number;
}

export interface MemoryRow {
  part: "memory";
  dialect: Dialect;
  idleMb: number;
  loadedMb: number;
  peakMb: number;
}

export type Row = ThroughputRow | PageRow | ScaleRow | ImportRow | MemoryRow;
