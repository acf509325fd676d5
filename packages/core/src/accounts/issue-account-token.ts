import { accounts, accountTokens } from "@cartwright/db";
import type { AccountTokenKind } from "@cartwright/db/constants/accounts";
import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { DomainError, type Context } from "../kernel/index.ts";
import type { AccountRow } from "./account-view.ts";
import { addAccountToken } from "./account-token.ts";

/** A word to be mailed, and to whom. */
export interface IssuedToken {
  token: string;
  expiresAt: Date;
  email: string;
  name: string;
  language: string | null;
}

/**
 * Makes the word for a mail, for the handler that sends it; a retry makes another. Null when there is nothing to send any
 * more: the account is gone, its address confirmed meanwhile, or no change of it waits. Only the system may:
 * `access.not_allowed`.
 */
export async function issueAccountToken(ctx: Context, { accountId, kind }: { accountId: string; kind: AccountTokenKind }): Promise<IssuedToken | null> {
  if (ctx.actor.kind !== "system") throw new DomainError("forbidden", "access.not_allowed", "Words for mails are made by the system.");
  const [account] = await ctx.db
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isNull(accounts.archivedAt)));
  if (!account) return null;
  const email = await recipientOf(ctx, account, kind);
  if (email === null) return null;
  const { name, language } = account;
  return { ...(await addAccountToken(ctx, { accountId, kind, email })), email, name, language };
}

async function recipientOf(ctx: Context, { id, email, emailVerifiedAt }: AccountRow, kind: AccountTokenKind): Promise<string | null> {
  if (kind === "verify_email") return emailVerifiedAt === null ? email : null;
  if (kind !== "change_email") return email;
  const [wish] = await ctx.db
    .select({ email: accountTokens.email })
    .from(accountTokens)
    .where(and(eq(accountTokens.accountId, id), eq(accountTokens.kind, kind), isNull(accountTokens.usedAt), gt(accountTokens.expiresAt, ctx.clock.now())))
    .orderBy(desc(accountTokens.id))
    .limit(1);
  return wish?.email ?? null;
}
