/** Named instants of the work that must survive a kill. */
export type FaultPoint =
  | "place.begun"
  | "place.before_commit_of_begin"
  | "place.before_gateway"
  | "place.after_gateway"
  | "place.before_commit_of_finish"
  | "place.finished"
  | "refund.before_gateway"
  | "refund.after_gateway"
  | "outbox.claimed"
  | "outbox.handled";

/** Guards that the torture run takes away, one at a time, to see that it notices. */
export type Guard = "conditional_hold" | "idempotency_claim" | "outbox_lease";

interface Torture {
  reach(point: FaultPoint): void | Promise<void>;
  isWithout(guard: Guard): boolean;
}

declare global {
  /** Replaced by the bundler: true in the torture run's own build and nowhere else. */
  const CARTWRIGHT_TORTURE: boolean | undefined;
  var cartwrightTorture: Torture | undefined;
}

const isTorture = typeof CARTWRIGHT_TORTURE !== "undefined" && CARTWRIGHT_TORTURE;

/** Where the torture run may kill the process or make it wait. In every other build nothing happens here. */
export function reachFaultPoint(point: FaultPoint): void | Promise<void> {
  return isTorture ? globalThis.cartwrightTorture?.reach(point) : undefined;
}

/** Whether the torture run has taken this guard away. In every other build: never. */
export function isWithoutGuard(guard: Guard): boolean {
  return isTorture && (globalThis.cartwrightTorture?.isWithout(guard) ?? false);
}
