import type { outboxEvents } from "@cartwright/db";
import type { OutboxStatus } from "@cartwright/db/constants/kernel";

export interface EventView {
  id: string;
  type: string;
  subject: string;
  payload: Record<string, unknown>;
  status: OutboxStatus;
  attempts: number;
  /** Handlers that are through with it. */
  handledBy: string[];
  /** When the next attempt may begin. */
  availableAt: string;
  /** The worker that handles it just now, as long as its lease lasts. */
  leasedBy: string | null;
  leaseUntil: string | null;
  lastError: string | null;
  createdAt: string;
  closedAt: string | null;
}

export interface EventDetailView extends EventView {
  /** The event before it in its subject that must be handled, retried or skipped first. */
  heldBackBy: string | null;
}

export function eventView(row: typeof outboxEvents.$inferSelect): EventView {
  return {
    id: row.id,
    type: row.type,
    subject: row.subject,
    payload: row.payload,
    status: row.status,
    attempts: row.attempts,
    handledBy: row.handledBy,
    availableAt: row.availableAt.toISOString(),
    leasedBy: row.leasedBy,
    leaseUntil: row.leaseUntil?.toISOString() ?? null,
    lastError: row.lastError,
    createdAt: row.createdAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}
