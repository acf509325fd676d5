import { accounts } from "@cartwright/db";
import { and, eq, isNull } from "drizzle-orm";
import { DomainError, type Context } from "../kernel/index.ts";
import { accountView } from "./account-view.ts";
import { luciaOf } from "./lucia.ts";
import { verifyAgainstDecoy, verifyPassword } from "./password.ts";
import type { SignInInput } from "./schemas.ts";
import type { SessionView } from "./views.ts";

/**
 * Opens a session. The answer does not tell whether the address is known, nor does the work done for it.
 * Errors: `accounts.wrong_credentials`.
 */
export async function signIn(ctx: Context, input: SignInInput): Promise<SessionView> {
  const [account] = await ctx.db
    .select()
    .from(accounts)
    .where(and(eq(accounts.email, input.email), isNull(accounts.archivedAt)));
  const fits = account ? await verifyPassword(account.passwordHash, input.password) : await verifyAgainstDecoy(input.password);
  if (!account || !fits) {
    throw new DomainError("unauthenticated", "accounts.wrong_credentials", "E-mail address and password don't fit together.");
  }
  const session = await luciaOf(ctx.db).createSession(account.id, {});
  return { token: session.id, expiresAt: session.expiresAt.toISOString(), account: accountView(account) };
}
