import type { Context } from "../context.ts";

/** An event as its handlers get it. */
export interface OutboxEvent {
  id: string;
  type: string;
  version: number;
  subject: string;
  payload: Record<string, unknown>;
}

/**
 * What a feature does about news. It runs outside of any transaction, may call the network, and opens its own. It can
 * be called again for the same event at any time, also while an earlier call still runs: a second call has no second
 * effect. What it throws is tried again later. It must end within `handlerSeconds`. What it returns is noted with the
 * event, for staff, such as why nothing was done; no personal data.
 */
export interface EventHandler {
  /** Remembered with the event, so that a new attempt leaves out who was through: never change it. */
  name: string;
  types: readonly string[];
  handle(ctx: Context, event: OutboxEvent): Promise<string | void>;
}

/** How long the handlers of an event may take together before the attempt counts as failed. */
export const handlerSeconds = 45;
/** How long an event belongs to the worker that claimed it: longer than handlers may take. Leases are not renewed. */
export const leaseSeconds = 60;
/** After so many attempts an event is dead: a person has to look at it. */
export const mostAttempts = 10;
