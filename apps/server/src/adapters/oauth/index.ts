import type { OAuthProvider } from "@cartwright/core/accounts";
import type { OAuthProviderName } from "@cartwright/core/accounts/schemas";
import { github, githubAddresses } from "./github.ts";
import { google, googleAddresses } from "./google.ts";
import { oauthProvider, type OAuthSettings, type ProviderKind } from "./oauth-provider.ts";

export type { OAuthSettings } from "./oauth-provider.ts";

const kinds: Record<OAuthProviderName, ProviderKind> = { google, github };

/** Where each provider is, unless the configuration says otherwise. */
export const oauthAddresses: Record<OAuthProviderName, Pick<OAuthSettings, "authorizeUrl" | "tokenUrl" | "personUrl">> = { google: googleAddresses, github: githubAddresses };

export type OAuthEnv = Partial<Record<OAuthProviderName, OAuthSettings>>;

/** The providers that the shop is registered with. They send browsers back to `/oauth/<name>/callback`. */
export function oauthProviders(settings: OAuthEnv, publicUrl: string): Partial<Record<OAuthProviderName, OAuthProvider>> {
  const names = Object.keys(settings) as OAuthProviderName[];
  return Object.fromEntries(names.flatMap((name) => (settings[name] ? [[name, oauthProvider(kinds[name], settings[name], `${publicUrl}/oauth/${name}/callback`)]] : [])));
}
