import { findSession, type AccountView } from "@cartwright/core/accounts";
import { newToken, systemActor, systemClock, type Actor, type Context, type Ports } from "@cartwright/core/kernel";
import type { Database } from "@cartwright/db";
import { parse, serialize } from "hono/utils/cookie";
import type { Logger } from "pino";
import type { Live } from "./live/live.ts";
import type { ShopCache } from "./shop-cache.ts";

/** What a server is made of, once for all requests. */
export interface ServerParts {
  database: Database;
  ports: Ports;
  logger: Logger;
  shop: ShopCache;
  live: Live;
  isSecure: boolean;
  startedAt: Date;
  migrationsFolder?: string;
}

/** What a procedure is given: core's context, and the request's own things. */
export interface ServerContext {
  core: Context;
  account: AccountView | null;
  /** The token that came with the request, to sign out with. */
  sessionToken: string | null;
  /** The network address it came from; null for what the server asks itself. */
  address: () => string | null;
  cookies: CookieWriter;
  parts: ServerParts;
  logger: Logger;
}

export interface CookieWriter {
  setSession(token: string, expiresAt: Date): void;
  clearSession(): void;
  /** The shopper's cart token, made and sent when there is none yet. */
  ensureCartToken(): string;
}

const sessionCookie = "cartwright_session";
const cartCookie = "cartwright_cart";
const cartDays = 90;
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
  const sessionToken = bearerOf(request.headers) ?? cookies[sessionCookie] ?? null;
  const sent = cookies[cartCookie];
  const cartToken = sent && tokenShape.test(sent) ? sent : null;
  const found = sessionToken ? await findSession(parts.database.db, sessionToken) : null;
  const writer = cookieWriter(parts, responseHeaders, cartToken);
  if (found?.isRenewed && !bearerOf(request.headers) && sessionToken) writer.setSession(sessionToken, found.expiresAt);
  return {
    core: {
      db: parts.database.db,
      actor: actorOf(found?.account ?? null, cartToken),
      clock: systemClock,
      ports: parts.ports,
      shop: await parts.shop(),
      requestId: request.requestId,
      idempotencyKey: request.headers.get("idempotency-key"),
    },
    account: found?.account ?? null,
    sessionToken,
    address: request.address ?? noAddress,
    cookies: writer,
    parts,
    // Made when something is logged, which for most requests is never.
    get logger() {
      return parts.logger.child({ requestId: request.requestId });
    },
  };
}

export function actorOf(account: AccountView | null, cartToken: string | null): Actor {
  if (!account) return { kind: "anonymous", id: null, permissions: [], cartToken };
  const kind = account.role === "customer" ? "customer" : "staff";
  return { kind, id: account.id, permissions: account.permissions, cartToken };
}

function noAddress(): null {
  return null;
}

function bearerOf(headers: Headers): string | null {
  return /^Bearer (\S+)$/i.exec(headers.get("authorization") ?? "")?.[1] ?? null;
}

function cookieWriter(parts: ServerParts, headers: Headers, cartToken: string | null): CookieWriter {
  const options = { path: "/", httpOnly: true, sameSite: "Lax", secure: parts.isSecure } as const;
  const set = (name: string, value: string, expires: Date) => headers.append("set-cookie", serialize(name, value, { ...options, expires }));
  return {
    setSession: (token, expiresAt) => set(sessionCookie, token, expiresAt),
    clearSession: () => set(sessionCookie, "", new Date(0)),
    ensureCartToken() {
      if (cartToken) return cartToken;
      const token = newToken();
      set(cartCookie, token, new Date(systemClock.now().getTime() + cartDays * 86_400_000));
      return token;
    },
  };
}
