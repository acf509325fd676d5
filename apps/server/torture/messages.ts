import type { FaultPoint } from "@cartwright/core/kernel";

/** Ends or delays the process when it comes to the point for the nth time from now on. */
export interface FaultOrder {
  point: FaultPoint;
  nth: number;
  /** Waits this long instead of dying. */
  pauseMilliseconds?: number;
}

/** What the parent process asks for; each is answered with `{ done: id }`. */
export type TortureMessage = { id: number } & ({ arm: FaultOrder[] } | { emit: { subject: string; numbers: number[] } });
