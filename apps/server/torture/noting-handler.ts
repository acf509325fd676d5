import type { Context, EventHandler, OutboxEvent } from "@cartwright/core/kernel";
import { outboxEvents } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { appendFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** Events that only the torture run emits: a subject's are numbered. */
export const tortureEvent = "torture.step";

/**
 * Writes down when each handling begins and ends, in one file of all servers, and until when the event was lent to this
 * worker. Every seventh number fails at its first handling in each process, so that events are tried again.
 */
export function notingHandler(file: string): EventHandler {
  const failed = new Set<string>();
  const write = (line: object) => appendFileSync(file, `${JSON.stringify({ ...line, at: Date.now(), pid: process.pid })}\n`);
  return {
    name: "torture.note",
    types: [tortureEvent],
    async handle(ctx, event) {
      const { id, payload } = event;
      const number = Number(payload["number"]);
      write({ id, what: "begins", ...(await findLease(ctx, event)) });
      await pause((number * 13) % 25);
      if (number % 7 === 0 && !failed.has(id)) {
        failed.add(id);
        write({ id, what: "fails" });
        throw new Error("a handler fails, as planned");
      }
      write({ id, what: "ends" });
    },
  };
}

/** Less than a lease, for rounding. */
const leaseMilliseconds = 59_000;

/**
 * Until when this worker has the event. Null when somebody else has it by now, who must not have got it (`isStolen`) when
 * the event itself is younger than a lease.
 */
async function findLease({ db, clock }: Context, event: OutboxEvent): Promise<{ leaseUntil: number | null; isStolen: boolean }> {
  const [row] = await db.select().from(outboxEvents).where(eq(outboxEvents.id, event.id));
  if (!row) throw new Error(`event ${event.id} is being handled and not there`);
  // What a worker hands to its handlers is the event as it was claimed.
  const isOurs = row.attempts === (event as OutboxEvent & { attempts: number }).attempts;
  if (isOurs) return { leaseUntil: row.leaseUntil?.getTime() ?? null, isStolen: false };
  return { leaseUntil: null, isStolen: clock.now().getTime() - row.createdAt.getTime() < leaseMilliseconds };
}
