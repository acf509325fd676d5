import { signIn, type SessionDevice } from "../accounts/index.ts";
import type { SignInInput } from "../accounts/schemas.ts";
import type { Context } from "../kernel/index.ts";
import type { SignedInView } from "./views.ts";
import { welcome } from "./welcome.ts";

/**
 * Opens a session and brings along what was put into the cart before; what that changed is said in `cartNotices`.
 * Errors: `accounts.wrong_credentials`.
 */
export async function signInShopper(ctx: Context, input: SignInInput, device?: SessionDevice): Promise<SignedInView> {
  return welcome(ctx, await signIn(ctx, input, device));
}
