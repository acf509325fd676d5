import { randomBytes } from "node:crypto";
import type { Flow, Param, Phase, Step } from "../record/flow.ts";

/** A database's bare driver, given a phase and the values of one call: all rows of all statements. */
export type RunPhase = (phase: Phase, values: unknown[]) => Promise<unknown[][][]>;

export interface Driver {
  run: RunPhase;
  close(): Promise<void>;
}

/** The values of one call of a flow: what is made anew is made here, the rest comes. */
export function newValues(flow: Flow, input: string | undefined): unknown[] {
  return flow.values.map((value) => {
    if (value.kind === "input") return input;
    if (value.kind === "id") return newId(value.prefix);
    return value.kind === "hash" ? randomBytes(32).toString("hex") : undefined;
  });
}

export function paramsOf(step: Step, values: readonly unknown[]): unknown[] {
  return step.params.map((param) => paramOf(param, values));
}

export function take(step: Step, rows: readonly unknown[][], values: unknown[]): void {
  for (const { row, column, value } of step.takes) values[value] = rows[row]?.[column];
}

function paramOf(param: Param, values: readonly unknown[]): unknown {
  if ("fixed" in param) return param.fixed;
  if ("value" in param) return values[param.value];
  if ("fromNowMs" in param) return momentOf(param);
  if ("list" in param) return param.list.map((item) => paramOf(item, values));
  return param.parts.map((part) => (typeof part === "number" ? String(values[part]) : part)).join("");
}

/** Whole numbers go to SQLite as such: its driver would bind a plain one as a float. */
function momentOf({ fromNowMs, as }: { fromNowMs: number; as: "number" | "text" }): bigint | string {
  const time = Date.now() + fromNowMs;
  return as === "number" ? BigInt(time) : new Date(time).toISOString();
}

let count = 0;

/** Sorts by time as the shop's ids do. */
function newId(prefix: string): string {
  count += 1;
  return `${prefix}_${Date.now().toString(36).padStart(10, "0")}${count.toString(36).padStart(16, "0")}`;
}
