import { bigint, boolean, index, integer, json, primaryKey, sequence, table, text, timestamp, uniqueIndex } from "../columns.ts";
import { sql } from "drizzle-orm";
import type { OutboxStatus } from "../constants/kernel.ts";

/** The shop's own choices (name, currency, tax display …), one JSON value a key. */
export const settings = table("settings", {
  key: text("key").primaryKey(),
  value: text("value").notNull(),
  updatedAt: timestamp("updated_at").notNull(),
});

/** Gap-free counters, such as the next order number. */
export const counters = table("counters", {
  name: text("name").primaryKey(),
  value: bigint("value").notNull(),
});

/** One row a key that an actor sent to a procedure: claimed while it runs, then the answer to replay. */
export const idempotencyKeys = table(
  "idempotency_keys",
  {
    actor: text("actor").notNull(),
    procedure: text("procedure").notNull(),
    /** Hashed: it opens the answer. */
    key: text("key").notNull(),
    bodyHash: text("body_hash").notNull(),
    /** Null while the first call is still running. */
    answer: text("answer"),
    /** The answer is a refusal, to be refused with again. */
    isRefusal: boolean("is_refusal").notNull().default(false),
    /** The subject the running call works for, so that a second call can find what was begun. */
    subjectId: text("subject_id"),
    createdAt: timestamp("created_at").notNull(),
    answeredAt: timestamp("answered_at"),
  },
  (t) => [
    primaryKey({ columns: [t.actor, t.procedure, t.key] }),
    index("idempotency_keys_subject_id").on(t.subjectId),
    index("idempotency_keys_created_at").on(t.createdAt),
    /** Those of carts are kept for less long. */
    index("idempotency_keys_of_carts").on(t.createdAt).where(sql`${t.procedure} >= 'cart.' and ${t.procedure} < 'cart/'`),
  ],
);

/** What staff and the system did: who, to what, before and after. Only ever added to; holds ids, never personal data. */
export const auditEntries = table(
  "audit_entries",
  {
    id: text("id").primaryKey(),
    at: timestamp("at").notNull(),
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    subject: text("subject").notNull(),
    before: text("before"),
    after: text("after"),
    requestId: text("request_id"),
    /** The network address it came from; cleared after a while. */
    address: text("address"),
    version: integer("version").notNull(),
  },
  (t) => [
    index("audit_entries_subject").on(t.subject, t.at),
    index("audit_entries_actor").on(t.actor, t.at),
    index("audit_entries_at").on(t.at, t.id),
  ],
);

/** News for handlers, written with what it tells of. Handled in order of `seq` within a subject; may be pruned once done. */
export const outboxEvents = table(
  "outbox_events",
  {
    seq: sequence("seq"),
    id: text("id").notNull(),
    type: text("type").notNull(),
    version: integer("version").notNull(),
    /** What the order of events matters for, such as an order's id. */
    subject: text("subject").notNull(),
    payload: json<Record<string, unknown>>("payload").notNull(),
    status: text<OutboxStatus>("status").notNull(),
    attempts: integer("attempts").notNull().default(0),
    /** Handlers that are through with it, so that a new attempt leaves them alone. */
    handledBy: json<string[]>("handled_by").notNull().$defaultFn(() => []),
    availableAt: timestamp("available_at").notNull(),
    leasedBy: text("leased_by"),
    leaseUntil: timestamp("lease_until"),
    lastError: text("last_error"),
    createdAt: timestamp("created_at").notNull(),
    closedAt: timestamp("closed_at"),
  },
  (t) => [
    uniqueIndex("outbox_events_id").on(t.id),
    index("outbox_events_open").on(t.seq).where(sql`${t.status} in ('waiting', 'dead')`),
    index("outbox_events_subject").on(t.subject, t.seq).where(sql`${t.status} in ('waiting', 'dead')`),
    index("outbox_events_closed_at").on(t.closedAt),
  ],
);

/** How often somebody tried something lately, for limits that several servers share. The columns are rate-limiter-flexible's. */
export const rateLimits = table(
  "rate_limits",
  {
    key: text("key").primaryKey(),
    points: integer("points").notNull(),
    /** Milliseconds since 1970. */
    expire: bigint("expire"),
  },
  (t) => [index("rate_limits_expire").on(t.expire)],
);
