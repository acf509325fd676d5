import { insertMany, outboxEvents } from "@cartwright/db";
import type { Context } from "../context.ts";
import { newId } from "../ids.ts";
import { noteEmission } from "./news.ts";

export interface NewEvent {
  /** `noun.happened`, such as `refund.started`. */
  type: string;
  /** Events of one subject are handled one after the other, in the order in which they were written. */
  subject: string;
  /** Ids and amounts only, never personal data. */
  payload: Record<string, unknown>;
}

/**
 * News for handlers, in the transaction that makes it true. The caller holds the subject's row lock, so that the
 * numbers of a subject's events are in the order of their commits.
 */
export async function emitEvents(ctx: Context, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const now = ctx.clock.now();
  await insertMany(
    ctx.db,
    outboxEvents,
    events.map((event) => ({ ...event, id: newId("evt"), version: 1, status: "waiting" as const, availableAt: now, createdAt: now })),
  );
  noteEmission();
}
