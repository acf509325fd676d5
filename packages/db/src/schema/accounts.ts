import { sql } from "drizzle-orm";
import type { AddressRecord } from "../address.ts";
import { bigint, boolean, index, integer, json, primaryKey, table, text, timestamp, uniqueIndex } from "../columns.ts";
import type { AccountRole, AccountTokenKind, DeviceGrantStatus, SessionKind } from "../constants/accounts.ts";

/** Somebody who can sign in: a customer, or staff with permissions. */
export const accounts = table(
  "accounts",
  {
    id: text("id").primaryKey(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    /** Empty for those who sign in by other means only. */
    passwordHash: text("password_hash").notNull(),
    role: text<AccountRole>("role").notNull(),
    /** What this member of staff may do; null for what the role may. */
    permissions: json<string[]>("permissions"),
    /** When its owner showed that mail to the address arrives. */
    emailVerifiedAt: timestamp("email_verified_at"),
    wantsNewsletter: boolean("wants_newsletter").notNull().default(false),
    language: text("language"),
    currency: text("currency"),
    createdAt: timestamp("created_at").notNull(),
    updatedAt: timestamp("updated_at"),
    archivedAt: timestamp("archived_at"),
    /** When everything about the person was taken out. */
    erasedAt: timestamp("erased_at"),
  },
  (t) => [uniqueIndex("accounts_email").on(t.email).where(sql`${t.archivedAt} is null`), index("accounts_role").on(t.role, t.id)],
);

/** A signed-in device. The id is the hash of what the device holds; id, user and end are those that lucia's adapter reads and writes. */
export const sessions = table(
  "sessions",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => accounts.id),
    expiresAt: timestamp("expires_at").notNull(),
    kind: text<SessionKind>("kind").notNull().default("browser"),
    /** What it calls itself, such as "Firefox on Windows". */
    device: text("device"),
    createdAt: timestamp("created_at"),
    /** To about an hour. */
    seenAt: timestamp("seen_at"),
    /** When its owner last gave a password or a code; what is delicate asks again after a while. */
    confirmedAt: timestamp("confirmed_at"),
  },
  (t) => [index("sessions_user_id").on(t.userId)],
);

/** A word that was sent to somebody, hashed: it does one thing, once, for a while. */
export const accountTokens = table(
  "account_tokens",
  {
    id: text("id").primaryKey(),
    kind: text<AccountTokenKind>("kind").notNull(),
    tokenHash: text("token_hash").notNull(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    /** The address it was sent to; it is worth nothing once the account has another. */
    email: text("email"),
    attempts: integer("attempts").notNull().default(0),
    createdAt: timestamp("created_at").notNull(),
    expiresAt: timestamp("expires_at").notNull(),
    usedAt: timestamp("used_at"),
  },
  (t) => [
    uniqueIndex("account_tokens_hash").on(t.tokenHash),
    index("account_tokens_account").on(t.accountId, t.kind),
    index("account_tokens_expires_at").on(t.expiresAt),
  ],
);

/** A second factor by time: sealed with the server's key. It counts once confirmed. */
export const accountTotp = table("account_totp", {
  accountId: text("account_id")
    .primaryKey()
    .references(() => accounts.id),
  sealedSecret: text("sealed_secret").notNull(),
  /** The last period a code was taken for: a code works once. */
  lastPeriod: bigint("last_period").notNull().default(0),
  createdAt: timestamp("created_at").notNull(),
  confirmedAt: timestamp("confirmed_at"),
});

export const recoveryCodes = table(
  "recovery_codes",
  {
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    codeHash: text("code_hash").notNull(),
    usedAt: timestamp("used_at"),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.codeHash] })],
);

/** Who somebody is at another provider. */
export const oauthIdentities = table(
  "oauth_identities",
  {
    provider: text("provider").notNull(),
    /** The provider's own id of the person. */
    subject: text("subject").notNull(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    email: text("email"),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.subject] }), index("oauth_identities_account").on(t.accountId)],
);

/** A way to a provider that somebody is on. Bound to the browser that set out. */
export const oauthAttempts = table(
  "oauth_attempts",
  {
    stateHash: text("state_hash").primaryKey(),
    provider: text("provider").notNull(),
    browserHash: text("browser_hash").notNull(),
    codeVerifier: text("code_verifier"),
    /** Who adds the provider to their account, when somebody was signed in. */
    accountId: text("account_id"),
    returnTo: text("return_to").notNull(),
    createdAt: timestamp("created_at").notNull(),
    expiresAt: timestamp("expires_at").notNull(),
  },
  (t) => [index("oauth_attempts_expires_at").on(t.expiresAt)],
);

/** A key for machines and the command line, hashed. It may do what its scopes and its owner both may. */
export const apiTokens = table(
  "api_tokens",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    tokenHash: text("token_hash").notNull(),
    /** Its first letters, to tell it from others. */
    prefix: text("prefix").notNull(),
    scopes: json<string[]>("scopes").notNull(),
    createdAt: timestamp("created_at").notNull(),
    expiresAt: timestamp("expires_at"),
    /** To about an hour. */
    usedAt: timestamp("used_at"),
    revokedAt: timestamp("revoked_at"),
  },
  (t) => [uniqueIndex("api_tokens_hash").on(t.tokenHash), index("api_tokens_account").on(t.accountId, t.id)],
);

/** A command line that waits for its owner to say yes in a browser (RFC 8628). */
export const deviceGrants = table(
  "device_grants",
  {
    id: text("id").primaryKey(),
    deviceHash: text("device_hash").notNull(),
    /** What its owner types, in letters that can't be mistaken. */
    userCode: text("user_code").notNull(),
    device: text("device"),
    status: text<DeviceGrantStatus>("status").notNull(),
    accountId: text("account_id").references(() => accounts.id),
    polledAt: timestamp("polled_at"),
    createdAt: timestamp("created_at").notNull(),
    expiresAt: timestamp("expires_at").notNull(),
  },
  (t) => [
    uniqueIndex("device_grants_device").on(t.deviceHash),
    uniqueIndex("device_grants_user_code").on(t.userCode),
    index("device_grants_expires_at").on(t.expiresAt),
  ],
);

/** A customer's address book. At most one is the default of each kind. */
export const accountAddresses = table(
  "account_addresses",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    address: json<AddressRecord>("address").notNull(),
    isDefaultShipping: boolean("is_default_shipping").notNull().default(false),
    isDefaultBilling: boolean("is_default_billing").notNull().default(false),
    createdAt: timestamp("created_at").notNull(),
    updatedAt: timestamp("updated_at").notNull(),
  },
  (t) => [index("account_addresses_account").on(t.accountId, t.id)],
);
