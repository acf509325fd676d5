import { accountTokens } from "@cartwright/db";
import type { AccountTokenKind } from "@cartwright/db/constants/accounts";
import { hashToken, newId, newToken, type Context } from "../kernel/index.ts";

const minutes = 60_000;
const hours = 60 * minutes;

/** How long a word is good for. */
const lifetimes: Record<AccountTokenKind, number> = {
  verify_email: 24 * hours,
  change_email: 24 * hours,
  reset_password: hours,
  invite: 7 * 24 * hours,
  second_factor: 10 * minutes,
};

export interface NewAccountToken {
  accountId: string;
  kind: AccountTokenKind;
  /** Where it is sent, for what is sent. */
  email: string | null;
}

/** A new word that does one thing once. Only its hash is kept. */
export async function addAccountToken(ctx: Context, { accountId, kind, email }: NewAccountToken): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken();
  const createdAt = ctx.clock.now();
  const expiresAt = new Date(createdAt.getTime() + lifetimes[kind]);
  await ctx.db.insert(accountTokens).values({ id: newId("atk"), kind, tokenHash: hashToken(token), accountId, email, createdAt, expiresAt });
  return { token, expiresAt };
}
