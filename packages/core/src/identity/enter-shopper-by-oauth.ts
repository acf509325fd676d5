import { enterByOAuth, type OAuthAttempt, type SessionDevice } from "../accounts/index.ts";
import type { Context } from "../kernel/index.ts";
import type { SignedInView } from "./views.ts";
import { welcome } from "./welcome.ts";

/**
 * Signs in whoever comes back from a provider, and brings along what was put into the cart before.
 * Errors: those of enterByOAuth.
 */
export async function enterShopperByOAuth(ctx: Context, came: { attempt: OAuthAttempt; code: string }, device?: SessionDevice): Promise<SignedInView> {
  return welcome(ctx, await enterByOAuth(ctx, came, device));
}
