import { accounts, inTransaction, isUniqueViolation } from "@cartwright/db";
import type { AccountRole } from "@cartwright/db/constants/accounts";
import { DomainError, newId, recordAudit, type Context } from "../kernel/index.ts";
import { accountView } from "./account-view.ts";
import { hashPassword } from "./password.ts";
import { CreateAccountInput } from "./schemas.ts";
import type { AccountView } from "./views.ts";

/**
 * Makes somebody who can sign in. Only the system does so for now: the demo shop, and the command on the
 * server's machine. Errors: `accounts.email_taken`, `access.not_allowed`.
 */
export async function createAccount(ctx: Context, draft: CreateAccountInput & { role: AccountRole }): Promise<AccountView> {
  if (ctx.actor.kind !== "system") {
    throw new DomainError("forbidden", "access.not_allowed", "Accounts are made on the server's own machine.");
  }
  const input = CreateAccountInput.parse(draft);
  const passwordHash = await hashPassword(input.password);
  try {
    return await inTransaction(ctx, async (ctx) => {
      const now = ctx.clock.now();
      const account = { id: newId("acc"), email: input.email, name: input.name, role: draft.role, permissions: null };
      await ctx.db.insert(accounts).values({ ...account, passwordHash, emailVerifiedAt: now, createdAt: now, updatedAt: now });
      await recordAudit(ctx, { action: "account.create", subject: account.id, after: { role: account.role } });
      return accountView(account);
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new DomainError("conflict", "accounts.email_taken", "There is an account with this e-mail address already.", { field: "email" }, { cause: error });
  }
}
