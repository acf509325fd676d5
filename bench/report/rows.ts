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

/** Whole checkouts of so many different variants, shop and bare driver in turn. */
export interface HotRow {
  part: "hot";
  dialect: Dialect;
  variants: number;
  connections: number;
  shop: Measured;
  floor: Measured;
  shopShare: number;
}

/** More buyers than units, at once. */
export interface BuyersRow {
  part: "buyers";
  dialect: Dialect;
  wave: string;
  buyers: number;
  units: number;
  orders: number;
  /** Refused with a clear reason. */
  refused: number;
  otherwise: number;
  /** All statuses and reasons, counted. */
  answers: Record<string, number>;
  ordersStored: number;
  reservedStored: number;
  seconds: number;
  slowestMs: number;
  othersCores: number;
}

/** One request that places, in a shop that has sold so much before. */
export interface PastRow {
  part: "past";
  dialect: Dialect;
  orders: number;
  p50Ms: number;
  p95Ms: number;
  failures: number;
  othersCores: number;
  /** To the shop with the fewest. */
  ratio: number;
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

/** The same requests without and with a session, in turn. */
export interface SignedInRow {
  part: "signed in";
  dialect: Dialect;
  name: string;
  connections: number;
  anonymous: Measured;
  signedIn: Measured;
  /** The signed-in rate to the anonymous one. */
  share: number;
}

/** Shoppers who read while one address sends wrong sign-ins as fast as it can. */
export interface FloodRow {
  part: "flood";
  dialect: Dialect;
  /** Off: nothing but the row that hashing stands in. */
  limits: "on" | "off";
  attacksPerSecond: number;
  quietP95Ms: number;
  floodedP95Ms: number;
  ratio: number;
  /** Of the shoppers. */
  failures: number;
  othersCores: number;
}

export interface MemoryRow {
  part: "memory";
  dialect: Dialect;
  idleMb: number;
  loadedMb: number;
  peakMb: number;
}

export type Row = ThroughputRow | PageRow | HotRow | BuyersRow | PastRow | ScaleRow | ImportRow | SignedInRow | FloodRow | MemoryRow;
