import type { ReturnStatus } from "@cartwright/db/constants/returns";
import { DomainError } from "../kernel/index.ts";

/** From each status, the ones that may follow. What is not here is refused with `return.wrong_status`. */
export const returnTransitions: Record<ReturnStatus, readonly ReturnStatus[]> = {
  requested: ["approved", "rejected", "cancelled"],
  approved: ["received", "closed", "cancelled"],
  received: ["received", "closed"],
  closed: [],
  rejected: [],
  cancelled: [],
};

/** The ones whose goods are still expected. */
export const livingReturns: readonly ReturnStatus[] = ["requested", "approved", "received"];

/** Errors: `return.wrong_status` with `status` when the table of transitions has no such step. */
export function requireReturnStep(from: { number: number; status: ReturnStatus }, to: ReturnStatus): void {
  if (returnTransitions[from.status].includes(to)) return;
  throw new DomainError("conflict", "return.wrong_status", `Return ${from.number} is ${from.status}, so it can't become ${to}.`, { status: from.status, to });
}
