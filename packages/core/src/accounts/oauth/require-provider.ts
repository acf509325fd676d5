import { notFound, type Context } from "../../kernel/index.ts";
import type { OAuthProviderName } from "../schemas.ts";
import type { OAuthProvider } from "./provider.ts";

/** Errors: `provider.not_found` when the shop is not registered there. */
export function requireProvider(ctx: Context, name: OAuthProviderName): OAuthProvider {
  const provider = ctx.ports.oauth?.[name];
  if (!provider) throw notFound("provider", name);
  return provider;
}
