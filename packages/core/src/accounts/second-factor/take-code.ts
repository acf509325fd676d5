import { DomainError, type Context } from "../../kernel/index.ts";
import { secondFactorReasons } from "../schemas.ts";
import { takeRecoveryCode } from "./recovery-codes.ts";
import { findTotp, periodOf, takePeriod } from "./totp.ts";

/**
 * Uses up a code of the account's second factor, inside the transaction of what it is given for: one of the app's, or a
 * recovery code. Errors: `second_factor.wrong_code`, also for a code that was used before, `second_factor.off`.
 */
export async function takeCode(ctx: Context, accountId: string, code: string): Promise<void> {
  const totp = await findTotp(ctx, accountId);
  if (!totp) throw new DomainError("conflict", secondFactorReasons.off, "This account has no second factor.");
  const digits = code.replaceAll(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) {
    if (await takeRecoveryCode(ctx, accountId, code)) return;
    throw wrongCode();
  }
  const period = periodOf(ctx, totp, digits);
  if (period === null || !(await takePeriod(ctx, accountId, period))) throw wrongCode();
}

export function wrongCode(): DomainError {
  const message = "That code is not right, or was used before. Wait for the next one.";
  return new DomainError("unauthenticated", secondFactorReasons.wrongCode, message, { field: "code" });
}
