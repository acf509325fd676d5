import { recoveryCodes } from "@cartwright/db";
import { and, eq, isNull } from "drizzle-orm";
import type { Context } from "../../kernel/index.ts";
import type { SecondFactorView } from "../views.ts";
import { ownAccount } from "../own-account.ts";
import { isSecondFactorWanted } from "./second-factor-rule.ts";
import { findTotp } from "./totp.ts";

/** How it stands with one's own second factor. Errors: `access.sign_in_required`. */
export async function getSecondFactor(ctx: Context): Promise<SecondFactorView> {
  const account = await ownAccount(ctx);
  const totp = await findTotp(ctx, account.id);
  const left = await ctx.db
    .select({ codeHash: recoveryCodes.codeHash })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.accountId, account.id), isNull(recoveryCodes.usedAt)));
  return {
    isOn: totp !== null,
    isRequired: isSecondFactorWanted(ctx.shop, account),
    onSince: totp?.confirmedAt?.toISOString() ?? null,
    recoveryCodesLeft: totp ? left.length : 0,
  };
}
