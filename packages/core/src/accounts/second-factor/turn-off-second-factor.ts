import { accountTotp, inTransaction, recoveryCodes } from "@cartwright/db";
import { eq } from "drizzle-orm";
import type { Context } from "../../kernel/index.ts";
import type { TurnOffSecondFactorInput } from "../schemas.ts";
import { noteSecondFactor } from "./note-second-factor.ts";
import { confirmPassword } from "../own-account.ts";
import { takeCode } from "./take-code.ts";

/** Back to the password alone. Errors: `accounts.wrong_password`, `second_factor.wrong_code`, `second_factor.off`, `access.sign_in_required`. */
export async function turnOffSecondFactor(ctx: Context, { password, code }: TurnOffSecondFactorInput): Promise<void> {
  const account = await confirmPassword(ctx, { password });
  await inTransaction(ctx, async (ctx) => {
    await takeCode(ctx, account.id, code);
    await removeSecondFactor(ctx, account.id);
    await noteSecondFactor(ctx, account, "account.second_factor_off");
  });
}

/** Secret and recovery codes are gone. */
export async function removeSecondFactor(ctx: Context, accountId: string): Promise<boolean> {
  await ctx.db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
  const removed = await ctx.db.delete(accountTotp).where(eq(accountTotp.accountId, accountId)).returning({ confirmedAt: accountTotp.confirmedAt });
  return removed.some(({ confirmedAt }) => confirmedAt !== null);
}
