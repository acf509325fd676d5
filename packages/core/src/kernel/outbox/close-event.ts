import { outboxEvents as table } from "@cartwright/db";
import { and, eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { isWithoutGuard } from "../fault-points.ts";
import { backoffMilliseconds } from "./backoff.ts";
import type { ClaimedEvent } from "./claim-events.ts";
import { mostAttempts } from "./event-handler.ts";

/** A claim: the event, and who holds it. */
export interface Held {
  event: ClaimedEvent;
  worker: string;
}

/** The event is handled. False when it is not ours any more: the lease ran out and somebody else has taken it. */
export async function finishEvent(ctx: Context, held: Held, { handledBy, note }: { handledBy: readonly string[]; note: string | null }): Promise<boolean> {
  return change(ctx, held, { status: "done", handledBy: [...handledBy], closedAt: ctx.clock.now(), lastError: note, ...given });
}

/** One of several handlers is through, and a new attempt leaves it out. False when the event is not ours any more. */
export async function recordHandled(ctx: Context, held: Held, handledBy: readonly string[]): Promise<boolean> {
  return change(ctx, held, { handledBy: [...handledBy] });
}

/** An attempt failed: the event waits for its next one, or is dead after the last. Null when it is not ours any more. */
export async function failEvent(ctx: Context, held: Held, lastError: string): Promise<"failed" | "dead" | null> {
  const isDead = held.event.attempts >= mostAttempts;
  const availableAt = new Date(ctx.clock.now().getTime() + backoffMilliseconds(held.event.attempts));
  const isOurs = await change(ctx, held, { ...(isDead ? { status: "dead" } : { availableAt }), lastError, ...given });
  if (!isOurs) return null;
  return isDead ? "dead" : "failed";
}

/** Gives back, as if never claimed, what a worker that stops still holds. */
export async function giveBackEvents(ctx: Context, held: readonly Held[]): Promise<void> {
  for (const each of held) await change(ctx, each, { attempts: each.event.attempts - 1, ...given });
}

const given = { leasedBy: null, leaseUntil: null };

type Change = Partial<typeof table.$inferInsert>;

/** Only by its holder: a worker can hold the same event twice, so the attempt is compared as well. */
async function change(ctx: Context, { event, worker }: Held, set: Change): Promise<boolean> {
  const isOurs = isWithoutGuard("outbox_lease") ? undefined : and(eq(table.leasedBy, worker), eq(table.attempts, event.attempts));
  const rows = await ctx.db
    .update(table)
    .set(set)
    .where(and(eq(table.seq, event.seq), eq(table.status, "waiting"), isOurs))
    .returning({ seq: table.seq });
  return rows.length > 0;
}
