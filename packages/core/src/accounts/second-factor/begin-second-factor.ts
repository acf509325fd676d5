import { accountTotp, inTransaction } from "@cartwright/db";
import { isNull } from "drizzle-orm";
import { DomainError, type Context } from "../../kernel/index.ts";
import { secondFactorReasons, type BeginSecondFactorInput } from "../schemas.ts";
import type { SecondFactorDraftView } from "../views.ts";
import { confirmPassword } from "../own-account.ts";
import { newTotpSecret, sealTotp, totpUri } from "./totp.ts";

/**
 * A secret for an authenticator app, which counts once a code of it has been given (turnOnSecondFactor). Another begin
 * makes another secret. Errors: `accounts.wrong_password`, `second_factor.on_already`, `access.sign_in_required`.
 */
export async function beginSecondFactor(ctx: Context, input: BeginSecondFactorInput): Promise<SecondFactorDraftView> {
  const account = await confirmPassword(ctx, input);
  const secret = newTotpSecret();
  const draft = { sealedSecret: sealTotp(ctx, account.id, secret), lastPeriod: 0, createdAt: ctx.clock.now() };
  await inTransaction(ctx, async (ctx) => {
    const written = await ctx.db
      .insert(accountTotp)
      .values({ accountId: account.id, ...draft })
      .onConflictDoUpdate({ target: accountTotp.accountId, set: draft, setWhere: isNull(accountTotp.confirmedAt) })
      .returning({ accountId: accountTotp.accountId });
    if (written.length === 0) throw new DomainError("conflict", secondFactorReasons.onAlready, "This account has a second factor. Turn it off first.");
  });
  return { secret, uri: totpUri(ctx.shop.name, account.email, secret) };
}
