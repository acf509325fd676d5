export { getEvent } from "./get-event.ts";
export { listEvents } from "./list-events.ts";
export { retryDeadEvents } from "./retry-dead-events.ts";
export { retryEvent } from "./retry-event.ts";
export { skipEvent } from "./skip-event.ts";
