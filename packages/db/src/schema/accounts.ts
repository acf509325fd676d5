import { sql } from "drizzle-orm";
import { index, table, text, timestamp, uniqueIndex } from "../columns.ts";
import type { AccountRole } from "../constants/accounts.ts";

/** Somebody who can sign in: a customer, or staff with permissions. */
export const accounts = table(
  "accounts",
  {
    id: text("id").primaryKey(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    passwordHash: text("password_hash").notNull(),
    role: text<AccountRole>("role").notNull(),
    createdAt: timestamp("created_at").notNull(),
    archivedAt: timestamp("archived_at"),
  },
  (t) => [uniqueIndex("accounts_email").on(t.email).where(sql`${t.archivedAt} is null`)],
);

/** A signed-in device. The columns are those that lucia's adapter reads and writes. */
export const sessions = table(
  "sessions",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => accounts.id),
    expiresAt: timestamp("expires_at").notNull(),
  },
  (t) => [index("sessions_user_id").on(t.userId)],
);
