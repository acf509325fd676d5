import { oauthAttempts } from "@cartwright/db";
import { and, eq, gt } from "drizzle-orm";
import { DomainError, hashToken, type Context } from "../../kernel/index.ts";
import { oauthReasons, type OAuthProviderName } from "../schemas.ts";

/** A way to a provider that came to its end. */
export interface OAuthAttempt {
  provider: OAuthProviderName;
  codeVerifier: string | null;
  /** Who adds the provider to their account; null for signing in. */
  accountId: string | null;
  returnTo: string;
}

export interface OAuthReturn {
  provider: OAuthProviderName;
  state: string;
  /** The word that the browser kept; null when it has none. */
  browser: string | null;
}

/** Takes the way that a browser comes back on, which is over then. Errors: `oauth.attempt_over`: too late, twice, or by another browser. */
export async function takeOAuthAttempt(ctx: Context, { provider, state, browser }: OAuthReturn): Promise<OAuthAttempt> {
  const { stateHash, browserHash, expiresAt } = oauthAttempts;
  const isTheirs = and(eq(stateHash, hashToken(state)), eq(oauthAttempts.provider, provider), eq(browserHash, hashToken(browser ?? "")), gt(expiresAt, ctx.clock.now()));
  const [taken] = browser === null ? [] : await ctx.db.delete(oauthAttempts).where(isTheirs).returning();
  if (!taken) throw new DomainError("invalid", oauthReasons.attemptOver, "This took too long, or was begun in another browser. Try again.");
  const { codeVerifier, accountId, returnTo } = taken;
  return { provider, codeVerifier, accountId, returnTo };
}
