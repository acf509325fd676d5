import { verifyEmail, type SessionDevice } from "../accounts/index.ts";
import type { VerifyEmailInput } from "../accounts/schemas.ts";
import type { Context } from "../kernel/index.ts";
import type { SignedInView } from "./views.ts";
import { welcome } from "./welcome.ts";

/**
 * Confirms a new account's address by the word from the mail and the password that was chosen, signs in, and brings along
 * the cart and the orders that were made as a guest. Errors: `accounts.link_invalid`, `accounts.wrong_password`.
 */
export async function verifyShopperEmail(ctx: Context, input: VerifyEmailInput, device?: SessionDevice): Promise<SignedInView> {
  return welcome(ctx, await verifyEmail(ctx, input, device));
}
