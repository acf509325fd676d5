import { confirmSecondFactor, type SessionDevice } from "../accounts/index.ts";
import type { ConfirmSecondFactorInput } from "../accounts/schemas.ts";
import type { Context } from "../kernel/index.ts";
import type { SignedInView } from "./views.ts";
import { welcome } from "./welcome.ts";

/**
 * The second step of a sign-in: a code of the second factor. It ends as the first would have without one.
 * Errors: `second_factor.wrong_code`, `second_factor.challenge_over`.
 */
export async function confirmShopper(ctx: Context, input: ConfirmSecondFactorInput, device?: SessionDevice): Promise<SignedInView> {
  return welcome(ctx, await confirmSecondFactor(ctx, input, device));
}
