import type { OAuthPerson, OAuthProvider } from "@cartwright/core/accounts";
import { oauthReasons } from "@cartwright/core/accounts/schemas";
import { DomainError, requireNoTransaction } from "@cartwright/core/kernel";
import { CodeChallengeMethod, OAuth2Client, OAuth2RequestError } from "arctic";

/** How the shop is registered with a provider, and where that is. */
export interface OAuthSettings {
  clientId: string;
  clientSecret: string;
  authorizeUrl: string;
  tokenUrl: string;
  personUrl: string;
}

export interface ProviderKind {
  scopes: string[];
  hasPkce: boolean;
  /** Who the bearer of the access token is; `read` asks the provider for JSON with it. */
  findPerson: (read: (url: string) => Promise<unknown>, settings: OAuthSettings) => Promise<OAuthPerson>;
}

const patienceMilliseconds = 10_000;

/** A provider of OAuth 2, by arctic's client. Where the browser comes back to must be registered there. */
export function oauthProvider(kind: ProviderKind, settings: OAuthSettings, redirectUrl: string): OAuthProvider {
  const client = new OAuth2Client(settings.clientId, settings.clientSecret, redirectUrl);
  return {
    hasPkce: kind.hasPkce,
    authorizeUrl({ state, codeVerifier }) {
      const { authorizeUrl } = settings;
      const url =
        codeVerifier === null
          ? client.createAuthorizationURL(authorizeUrl, state, kind.scopes)
          : client.createAuthorizationURLWithPKCE(authorizeUrl, state, CodeChallengeMethod.S256, codeVerifier, kind.scopes);
      return url.href;
    },
    async findPerson({ code, codeVerifier }) {
      requireNoTransaction("An OAuth provider");
      try {
        const tokens = await inTime(client.validateAuthorizationCode(settings.tokenUrl, code, codeVerifier));
        const accessToken = tokens.accessToken();
        return await kind.findPerson((url) => readJson(url, accessToken), settings);
      } catch (error) {
        throw refusalOf(error);
      }
    },
  };
}

async function readJson(url: string, accessToken: string): Promise<unknown> {
  const headers = { authorization: `Bearer ${accessToken}`, accept: "application/json", "user-agent": "cartwright" };
  const response = await fetch(url, { headers, redirect: "error", signal: AbortSignal.timeout(patienceMilliseconds) });
  if (!response.ok) throw new Error(`the provider answered ${response.status}`);
  return response.json();
}

/** arctic's own request has no end. */
async function inTime<Value>(asked: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the provider took too long")), patienceMilliseconds);
  });
  return Promise.race([asked, tooLate]).finally(() => clearTimeout(timer));
}

/** Of what providers say only the kind of refusal goes on: the rest may hold codes and addresses. */
function refusalOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (error instanceof OAuth2RequestError && error.code === "invalid_grant") {
    return new DomainError("invalid", oauthReasons.codeRefused, "The provider did not take the answer it gave you. Try again.");
  }
  const cause = new Error(error instanceof OAuth2RequestError ? `the provider refused: ${error.code}` : error instanceof Error ? error.message : "unknown");
  return new DomainError("unavailable", oauthReasons.providerFailed, "The provider does not answer as it should. Try again later, or sign in with a password.", {}, { cause });
}
