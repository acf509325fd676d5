import { accounts, apiTokens, prepared, type Db } from "@cartwright/db";
import { and, eq, getTableColumns, gt, isNull, sql } from "drizzle-orm";
import { hashToken, systemClock, type Permission } from "../../kernel/index.ts";
import { accountView } from "../account-view.ts";
import { hasSecondFactor } from "../session-adapter.ts";
import type { AccountView } from "../views.ts";
import { isApiToken } from "./api-token.ts";

/** Whose token it is, and what it may do: what its scopes and its owner both may, as the owner is now. */
export interface FoundApiToken {
  id: string;
  account: AccountView;
  scopes: readonly Permission[];
}

/**
 * Whose an API token is, in one statement; null when it means nothing, was revoked or has run out. Once an hour its use is
 * noted, which is a second statement.
 */
export async function findApiToken(db: Db, token: string): Promise<FoundApiToken | null> {
  if (!isApiToken(token)) return null;
  const now = systemClock.now();
  const [row] = await prepared({ db }, "find api token", findTokenIn).execute({ hash: hashToken(token), now });
  if (!row) return null;
  const account = accountView(row.account);
  await noteUse(db, row.token, now);
  return { id: row.token.id, account, scopes: account.permissions.filter((permission) => row.token.scopes.includes(permission)) };
}

const useMilliseconds = 3_600_000;

async function noteUse(db: Db, { id, usedAt }: { id: string; usedAt: Date | null }, now: Date): Promise<void> {
  if (usedAt && now.getTime() - usedAt.getTime() < useMilliseconds) return;
  await db.update(apiTokens).set({ usedAt: now }).where(eq(apiTokens.id, id));
}

const findTokenIn = (db: Db) =>
  db
    .select({
      token: { id: apiTokens.id, scopes: apiTokens.scopes, usedAt: apiTokens.usedAt },
      account: { ...getTableColumns(accounts), hasSecondFactor },
    })
    .from(apiTokens)
    .innerJoin(accounts, eq(accounts.id, apiTokens.accountId))
    .where(
      and(
        eq(apiTokens.tokenHash, sql.placeholder("hash")),
        isNull(apiTokens.revokedAt),
        gt(apiTokens.expiresAt, sql.placeholder("now")),
        isNull(accounts.archivedAt),
      ),
    )
    .prepare("find api token");
