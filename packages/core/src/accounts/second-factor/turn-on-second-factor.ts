import { accountTotp, inTransaction, lockRow } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { DomainError, type Context } from "../../kernel/index.ts";
import { secondFactorReasons, type TurnOnSecondFactorInput } from "../schemas.ts";
import type { RecoveryCodesView } from "../views.ts";
import { noteSecondFactor } from "./note-second-factor.ts";
import { replaceRecoveryCodes } from "./recovery-codes.ts";
import { ownAccount } from "../own-account.ts";
import { wrongCode } from "./take-code.ts";
import { periodOf } from "./totp.ts";

/**
 * From here on signing in asks for a code. Answers with recovery codes, told this once. Errors: `second_factor.wrong_code`,
 * `second_factor.on_already`, `second_factor.not_begun`, `access.sign_in_required`.
 */
export async function turnOnSecondFactor(ctx: Context, { code }: TurnOnSecondFactorInput): Promise<RecoveryCodesView> {
  const account = await ownAccount(ctx);
  return inTransaction(ctx, async (ctx) => {
    const [draft] = await lockRow(ctx.db.select().from(accountTotp).where(eq(accountTotp.accountId, account.id)));
    if (!draft) throw new DomainError("conflict", secondFactorReasons.notBegun, "Begin first: your app needs a secret.");
    if (draft.confirmedAt) throw new DomainError("conflict", secondFactorReasons.onAlready, "This account has a second factor already.");
    const lastPeriod = periodOf(ctx, draft, code.replaceAll(/\s/g, ""));
    if (lastPeriod === null) throw wrongCode();
    await ctx.db.update(accountTotp).set({ confirmedAt: ctx.clock.now(), lastPeriod }).where(eq(accountTotp.accountId, account.id));
    const recoveryCodes = await replaceRecoveryCodes(ctx, account.id);
    await noteSecondFactor(ctx, account, "account.second_factor_on");
    return { recoveryCodes };
  });
}
