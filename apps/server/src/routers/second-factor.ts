import { beginSecondFactor, getSecondFactor, renewRecoveryCodes, turnOffSecondFactor, turnOnSecondFactor } from "@cartwright/core/accounts";
import { BeginSecondFactorInput, TurnOffSecondFactorInput, TurnOnSecondFactorInput } from "@cartwright/core/accounts/schemas";
import { router, signedIn } from "../trpc.ts";

export const secondFactorRouter = router({
  /** Whether one's second factor is on, and whether the shop wants one. Errors: `access.*`. */
  get: signedIn.query(({ ctx }) => getSecondFactor(ctx.core)),
  /** A secret for an authenticator app, after the password. Errors: `accounts.wrong_password`, `second_factor.on_already`, `access.*`. */
  begin: signedIn.input(BeginSecondFactorInput).mutation(({ ctx, input }) => beginSecondFactor(ctx.core, input)),
  /** Turns it on by a first code; answers with recovery codes, shown this once. Errors: `second_factor.wrong_code`, `second_factor.not_begun`, `second_factor.on_already`, `access.*`. */
  confirm: signedIn.input(TurnOnSecondFactorInput).mutation(({ ctx, input }) => turnOnSecondFactor(ctx.core, input)),
  /** Turns it off, by password and code. Errors: `accounts.wrong_password`, `second_factor.wrong_code`, `second_factor.off`, `access.*`. */
  disable: signedIn.input(TurnOffSecondFactorInput).mutation(({ ctx, input }) => turnOffSecondFactor(ctx.core, input)),
  /** New recovery codes in place of the old ones, shown this once. Errors: those of `disable`. */
  renewRecoveryCodes: signedIn.input(TurnOffSecondFactorInput).mutation(({ ctx, input }) => renewRecoveryCodes(ctx.core, input)),
});
