import { signIn, type SessionView } from "../accounts/index.ts";
import type { SignInInput } from "../accounts/schemas.ts";
import { mergeCarts } from "../cart/index.ts";
import type { Context } from "../kernel/index.ts";

/** Opens a session and brings along what was put into the cart before. Errors: `accounts.wrong_credentials`. */
export async function signInShopper(ctx: Context, input: SignInInput): Promise<SessionView> {
  const session = await signIn(ctx, input);
  if (ctx.actor.cartToken) await mergeCarts(ctx, { cartToken: ctx.actor.cartToken, accountId: session.account.id });
  return session;
}
