import type { Context } from "../../kernel/index.ts";
import { oauthProviderNames, type OAuthProviderName } from "../schemas.ts";

/** Where the shop lets people come from, for the buttons. */
export function listOAuthProviders(ctx: Context): OAuthProviderName[] {
  return oauthProviderNames.filter((name) => ctx.ports.oauth?.[name]);
}
