import type { FaultPoint } from "@cartwright/core/kernel";

/** What a server does when it comes to the point for the nth time: it dies, or it waits first. */
export interface FaultOrder {
  point: FaultPoint;
  nth: number;
  pauseMilliseconds?: number;
}

/** The named steps at which a server may be killed. */
export const faultPoints: readonly FaultPoint[] = [
  "place.begun",
  "place.before_commit_of_begin",
  "place.before_gateway",
  "place.after_gateway",
  "place.before_commit_of_finish",
  "place.finished",
  "refund.before_gateway",
  "refund.after_gateway",
  "outbox.claimed",
  "outbox.handled",
];
