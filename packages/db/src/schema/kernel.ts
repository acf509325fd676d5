import { bigint, index, integer, primaryKey, table, text, timestamp } from "../columns.ts";

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
    /** The subject the running call works for, so that a second call can find what was begun. */
    subjectId: text("subject_id"),
    createdAt: timestamp("created_at").notNull(),
    answeredAt: timestamp("answered_at"),
  },
  (t) => [primaryKey({ columns: [t.actor, t.procedure, t.key] }), index("idempotency_keys_subject_id").on(t.subjectId), index("idempotency_keys_created_at").on(t.createdAt)],
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
    version: integer("version").notNull(),
  },
  (t) => [index("audit_entries_subject").on(t.subject, t.at), index("audit_entries_actor").on(t.actor, t.at)],
);
