import { signIn } from "../accounts/index.ts";
import type { SignInInput } from "../accounts/schemas.ts";
import { mergeCarts } from "../cart/index.ts";
import type { Context } from "../kernel/index.ts";
import type { SignedInView } from "./views.ts";

/**
 * Opens a session and brings along what was put into the cart before; what that changed is said in `cartNotices`.
 * Errors: `accounts.wrong_credentials`.
 */
export async function signInShopper(ctx: Context, input: SignInInput): Promise<SignedInView> {
  const session = await signIn(ctx, input);
  const { cartToken } = ctx.actor;
  return { ...session, cartNotices: cartToken ? await mergeCarts(ctx, { cartToken, accountId: session.account.id }) : [] };
}
