import { getEvent, listEvents, retryDeadEvents, retryEvent, skipEvent } from "@cartwright/core/events";
import { GetEventInput, ListEventsInput, RetryDeadEventsInput, RetryEventInput, SkipEventInput } from "@cartwright/core/events/schemas";
import { router, staffWith } from "../trpc.ts";

export const eventsRouter = router({
  /** The outbox, newest first, by status, type or subject. Errors: `page.bad_cursor`, `access.*`. */
  list: staffWith("events.read").input(ListEventsInput).query(({ ctx, input }) => listEvents(ctx.core, input)),
  /** One event, and what it waits for. Errors: `event.not_found`, `access.*`. */
  get: staffWith("events.read").input(GetEventInput).query(({ ctx, input }) => getEvent(ctx.core, input)),
  /** Has a dead or waiting event handled now. Errors: `event.not_found`, `event.closed`, `access.*`. */
  retry: staffWith("events.write").input(RetryEventInput).mutation(({ ctx, input }) => retryEvent(ctx.core, input)),
  /** Has every dead event, or those of a type, handled anew. Errors: `access.*`. */
  retryDead: staffWith("events.write").input(RetryDeadEventsInput).mutation(({ ctx, input }) => retryDeadEvents(ctx.core, input)),
  /** Gives an event up, so that those behind it go on. Errors: `event.not_found`, `event.closed`, `access.*`. */
  skip: staffWith("events.write").input(SkipEventInput).mutation(({ ctx, input }) => skipEvent(ctx.core, input)),
});
