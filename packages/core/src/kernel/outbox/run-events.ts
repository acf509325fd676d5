import type { Context } from "../context.ts";
import { reachFaultPoint } from "../fault-points.ts";
import { claimEvents, hasDueEvents, type ClaimedEvent } from "./claim-events.ts";
import { closeUnheard } from "./close-unheard.ts";
import { leaseSeconds, type EventHandler } from "./event-handler.ts";
import { handleEvent, type Handled } from "./handle-event.ts";

export interface RunWish {
  /** Unique among all processes. */
  worker: string;
  limit?: number;
  leaseSeconds?: number;
}

/** Events to handle now, at most one a subject. */
export async function takeEvents(ctx: Context, wish: RunWish): Promise<ClaimedEvent[]> {
  if (!(await hasDueEvents(ctx))) return [];
  const claimed = await claimEvents(ctx, { limit: 10, leaseSeconds, ...wish });
  if (claimed.length > 0) await reachFaultPoint("outbox.claimed");
  return claimed;
}

/** One round: takes what is due and has it handled, one event a subject, all at once. Returns how many ended how. */
export async function runEvents(ctx: Context, handlers: readonly EventHandler[], wish: RunWish): Promise<Record<Handled["outcome"], number>> {
  const counts = { done: 0, failed: 0, dead: 0, lost: 0 };
  await closeUnheard(ctx, handlers);
  const claimed = await takeEvents(ctx, wish);
  const ends = await Promise.all(
    claimed.map(async (event) => (event.isDead ? "dead" : (await handleEvent(ctx, handlers, { event, worker: wish.worker })).outcome)),
  );
  for (const end of ends) counts[end] += 1;
  return counts;
}
