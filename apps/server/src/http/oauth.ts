import { linkOAuth, takeOAuthAttempt, type OAuthAttempt } from "@cartwright/core/accounts";
import { OAuthProviderName, oauthReasons, secondFactorReasons } from "@cartwright/core/accounts/schemas";
import { enterShopperByOAuth } from "@cartwright/core/identity";
import { DomainError } from "@cartwright/core/kernel";
import { Hono } from "hono";
import { createContext, type ServerContext, type ServerParts } from "../context.ts";
import { withSession } from "../with-session.ts";
import { socketOf } from "./address.ts";
import type { RequestVariables } from "./request-log.ts";

const signInPath = "/sign-in";

/**
 * Where providers send browsers back to: the one way to sign in that ends with a GET, because it is somebody else's page that
 * sends the browser. What guards it is the word that the browser got when it set out, beside the state that only then was
 * told. It always ends at a page of ours: where the way began, or at the sign-in page with `?oauth=<reason>`, and, where a
 * second factor is asked for, `#challenge=<word>`, which no server sees.
 */
export function oauthReturns(parts: ServerParts): Hono<{ Variables: RequestVariables }> {
  const app = new Hono<{ Variables: RequestVariables }>();
  app.get("/:provider/callback", async (c) => {
    const headers = new Headers({ "cache-control": "no-store", "referrer-policy": "no-referrer" });
    const { headers: asked } = c.req.raw;
    const ctx = await createContext(parts, { headers: asked, requestId: c.get("requestId"), address: () => parts.addressOf(asked, socketOf(c.env)) }, headers);
    headers.set("location", ownAddress(await end(ctx, { provider: c.req.param("provider"), state: c.req.query("state"), code: c.req.query("code") })));
    return new Response(null, { status: 303, headers });
  });
  return app;
}

/** In letters that a header takes, and of this shop whatever was asked for: `/..//elsewhere` would be another's once it is read as an address. */
function ownAddress(text: string): string {
  const { pathname, search, hash } = new URL(text, "http://shop.invalid");
  return `${pathname.replace(/^\/+/, "/")}${search}${hash}`;
}

interface CameBack {
  provider: string;
  state: string | undefined;
  code: string | undefined;
}

/** Where the browser goes next. */
async function end(ctx: ServerContext, { provider, state, code }: CameBack): Promise<string> {
  let attempt: OAuthAttempt | null = null;
  try {
    attempt = await takeOAuthAttempt(ctx.core, { provider: OAuthProviderName.parse(provider), state: state ?? "", browser: ctx.cookies.browserToken });
    // The way is over, whether or not somebody said yes there.
    if (!code) return failed(attempt, oauthReasons.denied);
    if (attempt.accountId === null) {
      const { account } = await withSession(ctx, enterShopperByOAuth(ctx.core, { attempt, code }, ctx.device()));
      note(ctx, { provider, outcome: "ok", account: account.id });
    } else {
      await linkOAuth(ctx.core, { attempt, code });
      note(ctx, { provider, outcome: "ok", account: attempt.accountId });
    }
    return attempt.returnTo;
  } catch (error) {
    note(ctx, { provider, outcome: error instanceof DomainError ? error.reason : "failed", account: null });
    return explain(ctx, attempt, error);
  }
}

/** What security-log.ts says of other ways in. A provider that is none of ours is a word of whoever made the address. */
function note({ parts, core, address }: ServerContext, { provider, outcome, account }: { provider: string; outcome: string; account: string | null }): void {
  const known = OAuthProviderName.safeParse(provider);
  parts.logger.info({ requestId: core.requestId, path: "oauth.callback", provider: known.data ?? "unknown", outcome, account, address: address() }, "security");
}

function explain({ parts, core }: ServerContext, attempt: OAuthAttempt | null, error: unknown): string {
  if (!(error instanceof DomainError)) {
    // An address that no provider of ours made.
    if (attempt === null) return failed(null, oauthReasons.attemptOver);
    parts.logger.error({ requestId: core.requestId, err: error }, "a sign-in by a provider failed");
    return failed(attempt, "internal");
  }
  if (error.reason === oauthReasons.providerFailed) parts.logger.warn({ requestId: core.requestId, provider: attempt?.provider, err: error }, "an OAuth provider failed");
  if (error.reason !== secondFactorReasons.required) return failed(attempt, error.reason);
  return `${failed(attempt, error.reason)}#challenge=${encodeURIComponent(String(error.details["challenge"]))}`;
}

/** Who was adding a provider to their account is told there. */
function failed(attempt: OAuthAttempt | null, reason: string): string {
  const isLinking = attempt !== null && attempt.accountId !== null;
  const page = new URL(isLinking ? attempt.returnTo : signInPath, "http://shop.invalid");
  page.searchParams.set("oauth", reason);
  if (attempt && !isLinking) page.searchParams.set("from", attempt.returnTo);
  return `${page.pathname}${page.search}`;
}
