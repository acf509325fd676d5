import { lockRowsSkippingOthers, outboxEvents as table, queryRows } from "@cartwright/db";
import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { isWithoutGuard } from "../fault-points.ts";
import { mostAttempts, type OutboxEvent } from "./event-handler.ts";

/** An event in a worker's hands. `attempts` tells this claim from every other of the same event. */
export interface ClaimedEvent extends OutboxEvent {
  seq: number;
  attempts: number;
  handledBy: string[];
  /** Its last attempt never ended, and there were too many: it is put aside, not handed out. */
  isDead: boolean;
}

export interface ClaimWish {
  /** Unique among all processes. */
  worker: string;
  limit: number;
  leaseSeconds: number;
}

/**
 * Takes the oldest events that may be handled now, at most one a subject: due, in nobody's hands, and none before
 * them in their subject that waits or is dead. They belong to the worker until the lease runs out. Workers that ask
 * at once get different ones.
 */
export async function claimEvents(ctx: Context, { worker, limit, leaseSeconds }: ClaimWish): Promise<ClaimedEvent[]> {
  const leaseUntil = sql.param(new Date(ctx.clock.now().getTime() + leaseSeconds * 1_000), table.leaseUntil);
  const isSpent = sql`${table}."attempts" >= ${mostAttempts}`;
  const rows = await queryRows<ClaimedRow>(
    ctx.db,
    sql`
      with picked as materialized (select due.seq ${dueEvents(ctx)} order by due.seq limit ${limit} ${lockRowsSkippingOthers("due")})
      update ${table} set
        "status" = case when ${isSpent} then 'dead' else 'waiting' end,
        "attempts" = case when ${isSpent} then ${table}."attempts" else ${table}."attempts" + 1 end,
        "leased_by" = case when ${isSpent} then ${table}."leased_by" else ${worker} end,
        "lease_until" = case when ${isSpent} then ${table}."lease_until" else ${leaseUntil} end,
        "last_error" = case when ${isSpent} then 'Its handling never came to an end.' else ${table}."last_error" end
      where ${table}."seq" in (select seq from picked)
      returning seq, id, type, version, subject, payload, status, attempts, handled_by`,
  );
  return rows.map(fromRow).toSorted((a, b) => a.seq - b.seq);
}

/** Whether a claim would find anything: a read, for looking often. */
export async function hasDueEvents(ctx: Context): Promise<boolean> {
  return (await queryRows(ctx.db, sql`select 1 as found ${dueEvents(ctx)} limit 1`)).length > 0;
}

/** `from … where …`, with the open events' index condition in the same words as the index has it. */
function dueEvents(ctx: Context) {
  const now = sql.param(ctx.clock.now(), table.availableAt);
  const isFree = isWithoutGuard("outbox_lease") ? sql`true` : sql`(due.lease_until is null or due.lease_until <= ${now})`;
  return sql`
    from ${table} as due
    where due.status in ('waiting', 'dead') and due.status = 'waiting' and due.available_at <= ${now} and ${isFree}
      and not exists (
        select 1 from ${table} as earlier
        where earlier.subject = due.subject and earlier.seq < due.seq and earlier.status in ('waiting', 'dead')
      )`;
}

interface ClaimedRow {
  seq: number;
  id: string;
  type: string;
  version: number;
  subject: string;
  payload: string;
  status: string;
  attempts: number;
  handled_by: string;
}

function fromRow({ payload, handled_by, status, ...row }: ClaimedRow): ClaimedEvent {
  // Only emitEvents and recordHandled write these two columns.
  return { ...row, payload: JSON.parse(payload) as ClaimedEvent["payload"], handledBy: JSON.parse(handled_by) as string[], isDead: status === "dead" };
}
