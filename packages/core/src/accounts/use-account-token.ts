import { accounts, accountTokens } from "@cartwright/db";
import type { AccountTokenKind } from "@cartwright/db/constants/accounts";
import { and, eq, gt, isNull } from "drizzle-orm";
import { DomainError, hashToken, type Context } from "../kernel/index.ts";
import type { AccountRow } from "./account-view.ts";
import { accountReasons } from "./schemas.ts";

export interface GivenToken {
  token: string;
  kind: AccountTokenKind;
}

/** A word that is still good, and whose it is. */
export interface FoundToken {
  account: AccountRow;
  /** The address it was sent to. */
  email: string | null;
}

/** Looks at a word without using it up. Errors: `accounts.link_invalid`. */
export async function findAccountToken(ctx: Context, given: GivenToken): Promise<FoundToken> {
  const [found] = await ctx.db
    .select({ account: accounts, email: accountTokens.email })
    .from(accountTokens)
    .innerJoin(accounts, eq(accounts.id, accountTokens.accountId))
    .where(and(isGood(ctx, given), isNull(accounts.archivedAt)));
  // A word for a new address is sent there before the account has it; any other dies with the address it was sent to.
  if (!found || (given.kind !== "change_email" && found.email !== null && found.email !== found.account.email)) throw linkInvalid();
  return found;
}

/**
 * Uses a word up, and all others of its kind with it, inside the transaction of what it is for. Of two at once one gets
 * through. Errors: `accounts.link_invalid`.
 */
export async function useAccountToken(ctx: Context, given: GivenToken): Promise<FoundToken> {
  const found = await findAccountToken(ctx, given);
  const usedAt = ctx.clock.now();
  const used = await ctx.db.update(accountTokens).set({ usedAt }).where(isGood(ctx, given)).returning({ id: accountTokens.id });
  if (used.length === 0) throw linkInvalid();
  await endAccountTokens(ctx, { accountId: found.account.id, kind: given.kind });
  return found;
}

/** None of this kind is good any more. */
export async function endAccountTokens(ctx: Context, { accountId, kind }: { accountId: string; kind: AccountTokenKind }): Promise<void> {
  await ctx.db
    .update(accountTokens)
    .set({ usedAt: ctx.clock.now() })
    .where(and(eq(accountTokens.accountId, accountId), eq(accountTokens.kind, kind), isNull(accountTokens.usedAt)));
}

/** None of any kind: one of them may be in the hands of whom a new password is to keep out, as a link to a new address of theirs. */
export async function endAllAccountTokens(ctx: Context, accountId: string): Promise<void> {
  await ctx.db
    .update(accountTokens)
    .set({ usedAt: ctx.clock.now() })
    .where(and(eq(accountTokens.accountId, accountId), isNull(accountTokens.usedAt)));
}

function isGood(ctx: Context, { token, kind }: GivenToken) {
  const { tokenHash, usedAt, expiresAt } = accountTokens;
  return and(eq(tokenHash, hashToken(token)), eq(accountTokens.kind, kind), isNull(usedAt), gt(expiresAt, ctx.clock.now()));
}

export function linkInvalid(): DomainError {
  return new DomainError("invalid", accountReasons.linkInvalid, "This link was used before, or it is too old. Ask for a new one.", { field: "token" });
}
