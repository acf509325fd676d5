import { accounts, lockRow } from "@cartwright/db";
import { and, eq, isNull } from "drizzle-orm";
import { DomainError, type Context } from "../kernel/index.ts";
import type { AccountRow } from "./account-view.ts";
import { verifyPassword } from "./password.ts";
import { accountReasons } from "./schemas.ts";

/** The account of who is asking. Errors: `access.sign_in_required`. */
export function ownAccountId({ actor }: Context): string {
  if (actor.id !== null && (actor.kind === "customer" || actor.kind === "staff")) return actor.id;
  throw signInRequired();
}

/** The same as a row, locked on demand. Errors: `access.sign_in_required`. */
export async function ownAccount(ctx: Context, { isLocked = false } = {}): Promise<AccountRow> {
  const query = ctx.db
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, ownAccountId(ctx)), isNull(accounts.archivedAt)));
  const [account] = await (isLocked ? lockRow(query) : query);
  if (!account) throw signInRequired();
  return account;
}

/**
 * The same, once its owner has given the password again for what is delicate. An account without any, whose owner comes by
 * another provider, is taken at its session's word. Call it outside of transactions, for its work is heavy.
 * Errors: `accounts.wrong_password`, `access.sign_in_required`.
 */
export async function confirmPassword(ctx: Context, { password }: { password?: string | undefined }): Promise<AccountRow> {
  const account = await ownAccount(ctx);
  if (account.passwordHash === "") return account;
  if (password !== undefined && (await verifyPassword(account.passwordHash, password))) return account;
  throw wrongPassword("That is not your password.");
}

export function wrongPassword(message: string): DomainError {
  return new DomainError("forbidden", accountReasons.wrongPassword, message, { field: "password" });
}

function signInRequired(): DomainError {
  return new DomainError("unauthenticated", "access.sign_in_required", "Sign in to do this.");
}
