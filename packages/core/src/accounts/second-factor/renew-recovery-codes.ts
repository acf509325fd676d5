import { inTransaction } from "@cartwright/db";
import type { Context } from "../../kernel/index.ts";
import type { TurnOffSecondFactorInput } from "../schemas.ts";
import type { RecoveryCodesView } from "../views.ts";
import { noteSecondFactor } from "./note-second-factor.ts";
import { replaceRecoveryCodes } from "./recovery-codes.ts";
import { confirmPassword } from "../own-account.ts";
import { takeCode } from "./take-code.ts";

/** New recovery codes, told this once; the old ones open nothing. Errors: those of turnOffSecondFactor. */
export async function renewRecoveryCodes(ctx: Context, { password, code }: TurnOffSecondFactorInput): Promise<RecoveryCodesView> {
  const account = await confirmPassword(ctx, { password });
  return inTransaction(ctx, async (ctx) => {
    await takeCode(ctx, account.id, code);
    const recoveryCodes = await replaceRecoveryCodes(ctx, account.id);
    await noteSecondFactor(ctx, account, "account.recovery_codes_renewed");
    return { recoveryCodes };
  });
}
