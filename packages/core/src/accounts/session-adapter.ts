import { accounts, accountTotp, prepared, sessions, type Db } from "@cartwright/db";
import { DrizzlePostgreSQLAdapter } from "@lucia-auth/adapter-drizzle";
import { eq, getTableColumns, sql } from "drizzle-orm";
import type { DatabaseSession, DatabaseUser } from "lucia";
import { hashToken, systemClock } from "../kernel/index.ts";

/** Whether the account of the row has a second factor that counts. For a query that joins `accounts`. */
export const hasSecondFactor = sql`exists (select 1 from ${accountTotp} where ${accountTotp}."account_id" = ${accounts}."id" and ${accountTotp}."confirmed_at" is not null)`.mapWith(Boolean);

/**
 * lucia's adapter, which only calls the query builder: that is the same on both dialects, though its types know Postgres
 * tables. lucia knows a session by the word that its device holds; what is stored is the word's hash.
 */
export class SessionAdapter extends DrizzlePostgreSQLAdapter {
  constructor(private readonly handle: Db) {
    super(handle, sessions, accounts);
  }

  /** In one statement, as each request begins with it; it says whether there is a second factor, too. */
  override async getSessionAndUser(token: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const [row] = await prepared({ db: this.handle }, "find session", findSessionIn).execute({ sessionId: hashToken(token) });
    if (!row) return [null, null];
    const { id: _, userId, expiresAt, ...attributes } = row.session;
    return [
      { id: token, userId, expiresAt, attributes },
      { id: row.user.id, attributes: row.user },
    ];
  }

  override async setSession(session: DatabaseSession): Promise<void> {
    await super.setSession({ ...session, id: hashToken(session.id) });
  }

  override async updateSessionExpiration(token: string, expiresAt: Date): Promise<void> {
    await this.handle.update(sessions).set({ expiresAt, seenAt: systemClock.now() }).where(eq(sessions.id, hashToken(token)));
  }

  override async deleteSession(token: string): Promise<void> {
    await super.deleteSession(hashToken(token));
  }
}

const findSessionIn = (db: Db) =>
  db
    .select({ session: getTableColumns(sessions), user: { ...getTableColumns(accounts), hasSecondFactor } })
    .from(sessions)
    .innerJoin(accounts, eq(sessions.userId, accounts.id))
    .where(eq(sessions.id, sql.placeholder("sessionId")))
    .prepare("find session");
