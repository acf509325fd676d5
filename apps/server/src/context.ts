import type { AccountView, SessionDevice } from "@cartwright/core/accounts";
import { newToken, systemActor, systemClock, type Context, type Ports } from "@cartwright/core/kernel";
import type { Database } from "@cartwright/db";
import { parse, serialize } from "hono/utils/cookie";
import type { Logger } from "pino";
import type { AddressOf } from "./http/address.ts";
import type { RateLimits } from "./limits/rate-limits.ts";
import { deviceOf } from "./device.ts";
import { actorOf, identify, type Credential, type Identity } from "./identify.ts";
import type { Live } from "./live/live.ts";
import type { Metrics } from "./metrics/metrics.ts";
import type { ShopCache } from "./shop-cache.ts";

/** What a server is made of, once for all requests. */
export interface ServerParts {
  database: Database;
  ports: Ports;
  logger: Logger;
  shop: ShopCache;
  live: Live;
  /** Null where nobody asks for it. */
  metrics: Metrics | null;
  /** Null where nothing is counted. */
  rateLimits: RateLimits | null;
  addressOf: AddressOf;
  /** The shop's public address without a slash at the end, where the configuration names it. */
  publicUrl: string | null;
  isSecure: boolean;
  startedAt: Date;
  migrationsFolder?: string;
}

/** What a procedure is given: core's context, and the request's own things. */
export interface ServerContext {
  core: Context;
  account: AccountView | null;
  /** The session's token that came with the request, to sign out with. */
  sessionToken: string | null;
  /** Whom an API token stands for, where a permission is asked for (see Identity). */
  tokenActor: Identity["tokenActor"];
  /** To ask again later who it is. */
  credential: Credential | null;
  /** The network address it came from; null for what the server asks itself. */
  address: () => string | null;
  /** What the program that asks calls itself. */
  userAgent: string | null;
  /** Whether a page in a browser asks, as browsers say by themselves. */
  isPage: boolean;
  /** What a session that is opened now is listed as. */
  device: () => SessionDevice;
  cookies: CookieWriter;
  /** Says in the answer when to ask again. */
  retryAfter: (seconds: number) => void;
  parts: ServerParts;
}

export interface CookieWriter {
  setSession(token: string, expiresAt: Date): void;
  clearSession(): void;
  /** What this browser is known by on the way to a provider and back; null before it set out. */
  browserToken: string | null;
  /** The same, made when there is none, and kept for the time that takes. */
  ensureBrowserToken(): string;
  /** The shopper's cart token, made and sent when there is none yet. */
  ensureCartToken(): string;
}

/** On https in a form that browsers take from this very host alone, and by https. */
function cookieNames({ isSecure }: ServerParts) {
  const prefix = isSecure ? "__Host-" : "";
  return { session: `${prefix}cartwright_session`, cart: `${prefix}cartwright_cart`, browser: `${prefix}cartwright_browser` };
}

const cartDays = 90;
const browserMinutes = 15;
const tokenShape = /^[A-Za-z0-9_-]{20,60}$/;

/** For a part of the system that works on its own: a sweeper, a seed, a command on the server's machine. */
export async function systemContext({ database, ports, shop }: ServerParts, name: string): Promise<Context> {
  return { db: database.db, actor: systemActor(name), clock: systemClock, ports, shop: await shop(), requestId: null };
}

/** Who is asking, by cookie or bearer token. Cookies to set are appended to `responseHeaders`. */
export async function createContext(
  parts: ServerParts,
  request: { headers: Headers; requestId: string; address?: () => string | null },
  responseHeaders: Headers,
): Promise<ServerContext> {
  const cookie = request.headers.get("cookie");
  const cookies = cookie ? parse(cookie) : {};
  const names = cookieNames(parts);
  const credential = credentialOf(request.headers, cookies[names.session]);
  const cartToken = tokenIn(cookies[names.cart]);
  const shop = await parts.shop();
  const identity = await identify(parts.database.db, shop, credential);
  const { session } = identity;
  const writer = cookieWriter(parts, responseHeaders, { cartToken, browserToken: tokenIn(cookies[names.browser]) });
  if (session?.isRenewed && credential && !credential.isBearer) writer.setSession(credential.token, session.expiresAt);
  return {
    core: {
      db: parts.database.db,
      actor: actorOf(identity, cartToken),
      clock: systemClock,
      ports: parts.ports,
      shop,
      requestId: request.requestId,
      address: request.address ?? noAddress,
      idempotencyKey: request.headers.get("idempotency-key"),
    },
    account: identity.account,
    sessionToken: session && credential ? credential.token : null,
    tokenActor: identity.tokenActor,
    credential,
    address: request.address ?? noAddress,
    userAgent: request.headers.get("user-agent"),
    isPage: request.headers.has("sec-fetch-site") || request.headers.has("origin"),
    device: () => deviceOf(request.headers),
    cookies: writer,
    retryAfter: (seconds) => responseHeaders.set("retry-after", String(seconds)),
    parts,
  };
}

function noAddress(): null {
  return null;
}

function credentialOf(headers: Headers, cookie: string | undefined): Credential | null {
  const bearer = /^Bearer (\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  if (bearer) return { token: bearer, isBearer: true };
  return cookie ? { token: cookie, isBearer: false } : null;
}

function tokenIn(cookie: string | undefined): string | null {
  return cookie && tokenShape.test(cookie) ? cookie : null;
}

function cookieWriter(parts: ServerParts, headers: Headers, { cartToken, browserToken }: { cartToken: string | null; browserToken: string | null }): CookieWriter {
  const names = cookieNames(parts);
  const options = { path: "/", httpOnly: true, sameSite: "Lax", secure: parts.isSecure } as const;
  const set = (name: string, value: string, expires: Date) => headers.append("set-cookie", serialize(name, value, { ...options, expires }));
  return {
    setSession: (token, expiresAt) => set(names.session, token, expiresAt),
    clearSession: () => set(names.session, "", new Date(0)),
    browserToken,
    ensureBrowserToken() {
      const token = browserToken ?? newToken();
      set(names.browser, token, new Date(systemClock.now().getTime() + browserMinutes * 60_000));
      return token;
    },
    ensureCartToken() {
      if (cartToken) return cartToken;
      const token = newToken();
      set(names.cart, token, new Date(systemClock.now().getTime() + cartDays * 86_400_000));
      return token;
    },
  };
}
