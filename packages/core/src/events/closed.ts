import { DomainError } from "../kernel/index.ts";
import type { EventView } from "./views.ts";

/** What is refused of an event that nothing more will happen to. */
export function closed({ id, status }: EventView): DomainError {
  return new DomainError("conflict", "event.closed", `Event ${id} is ${status}: nothing more happens to it.`, { status });
}
