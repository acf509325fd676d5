import { oauthAttempts } from "@cartwright/db";
import { randomBytes } from "node:crypto";
import { hashToken, newToken, type Context } from "../../kernel/index.ts";
import { confirmPassword } from "../own-account.ts";
import type { BeginOAuthInput, LinkOAuthInput } from "../schemas.ts";
import type { OAuthWayView } from "../views.ts";
import { requireProvider } from "./require-provider.ts";

const minutes = 10;

/**
 * Sets out to a provider, to sign in by it. `browser` is a word that the browser keeps, so that nobody else comes back on
 * this way; it is good for ten minutes and once. Errors: `provider.not_found`.
 */
export function beginOAuth(ctx: Context, input: BeginOAuthInput, browser: string): Promise<OAuthWayView> {
  return setOut(ctx, input, { browser, accountId: null });
}

/**
 * The same for whoever is signed in and wants to come by this provider from now on. A new way in asks for the password.
 * Errors: `provider.not_found`, `accounts.wrong_password`, `access.sign_in_required`.
 */
export async function beginOAuthLink(ctx: Context, input: LinkOAuthInput, browser: string): Promise<OAuthWayView> {
  const { id } = await confirmPassword(ctx, input);
  return setOut(ctx, input, { browser, accountId: id });
}

async function setOut(ctx: Context, { provider, returnTo }: BeginOAuthInput, { browser, accountId }: { browser: string; accountId: string | null }): Promise<OAuthWayView> {
  const there = requireProvider(ctx, provider);
  const state = newToken();
  const codeVerifier = there.hasPkce ? randomBytes(32).toString("base64url") : null;
  const createdAt = ctx.clock.now();
  const expiresAt = new Date(createdAt.getTime() + minutes * 60_000);
  await ctx.db.insert(oauthAttempts).values({ stateHash: hashToken(state), provider, browserHash: hashToken(browser), codeVerifier, accountId, returnTo, createdAt, expiresAt });
  return { url: there.authorizeUrl({ state, codeVerifier }) };
}
