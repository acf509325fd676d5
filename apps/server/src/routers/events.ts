import { getEvent, listEvents, retryDeadEvents, retryEvent, skipEvent } from "@cartwright/core/events";
import { GetEventInput, ListEventsInput, RetryDeadEventsInput, RetryEventInput, SkipEventInput } from "@cartwright/core/events/schemas";
import { router, staff } from "../trpc.ts";

export const eventsRouter = router({
  /** The outbox, newest first, by status, type or subject. Errors: `page.bad_cursor`, `access.*`. */
  list: staff.input(ListEventsInput).query(({ ctx, input }) => listEvents(ctx.core, input)),
  /** One event, and what it waits for. Errors: `event.not_found`, `access.*`. */
  get: staff.input(GetEventInput).query(({ ctx, input }) => getEvent(ctx.core, input)),
  /** Has a dead or waiting event handled now. Errors: `event.not_found`, `event.closed`, `access.*`. */
  retry: staff.input(RetryEventInput).mutation(({ ctx, input }) => retryEvent(ctx.core, input)),
  /** Has every dead event, or those of a type, handled anew. Errors: `access.*`. */
  retryDead: staff.input(RetryDeadEventsInput).mutation(({ ctx, input }) => retryDeadEvents(ctx.core, input)),
  /** Gives an event up, so that those behind it go on. Errors: `event.not_found`, `event.closed`, `access.*`. */
  skip: staff.input(SkipEventInput).mutation(({ ctx, input }) => skipEvent(ctx.core, input)),
});
