import { systemClock } from "@cartwright/core/kernel";
import { createAccount } from "@cartwright/core/accounts";
import { makeContext } from "@cartwright/core/testing";
import type { Database } from "@cartwright/db";
import { pino } from "pino";
import { makePorts } from "../src/adapters/index.ts";
import { createApp } from "../src/app.ts";
import { systemContext, type ServerParts } from "../src/context.ts";
import { trustProxies } from "../src/http/address.ts";
import { openRateLimits } from "../src/limits/rate-limits.ts";
import { openLive, type LiveOptions } from "../src/live/live.ts";
import { serializeError } from "../src/log-error.ts";
import { shopCache } from "../src/shop-cache.ts";
import { temporaryDataDir } from "./process.ts";

export interface Answer {
  status: number;
  // Tests look into answers of every shape, wrong ones too.
  body: { result?: { data: never }; error?: { message: string; data: Record<string, unknown> } };
  headers: Headers;
}

interface MoreParts {
  hasRateLimits?: boolean;
  trustedProxies?: string;
  publicUrl?: string;
}

/** A server over the test file's database, without a port; `log` is what it logged. */
export function testServer(database: Database, live: Partial<LiveOptions> = {}, more: MoreParts = {}) {
  const log: string[] = [];
  const dataDir = temporaryDataDir();
  const logger = pino({ level: "info", base: null, serializers: { err: serializeError } }, { write: (line: string) => void log.push(line) });
  const parts: ServerParts = {
    database,
    ports: makePorts({ dataDir, hasTestGateway: true }, database.db),
    logger,
    shop: shopCache(database.db),
    live: openLive(() => systemContext(parts, "live"), logger, { most: 1_000, mostOfVisitor: 20, ...live }),
    metrics: null,
    rateLimits: more.hasRateLimits ? openRateLimits(database, { holdMilliseconds: 0 }) : null,
    addressOf: trustProxies(more.trustedProxies ?? null),
    publicUrl: more.publicUrl ?? null,
    isSecure: more.publicUrl?.startsWith("https:") ?? false,
    startedAt: systemClock.now(),
  };
  const app = createApp(parts, null);
  return { app, log, parts, browser: () => new Browser(app) };
}

/** Keeps cookies as a browser does. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #app: ReturnType<typeof createApp>;

  constructor(app: ReturnType<typeof createApp>) {
    this.#app = app;
  }

  query(path: string, input?: unknown): Promise<Answer> {
    const search = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
    return this.send(`/api/trpc/${path}${search}`, {});
  }

  mutate(path: string, input?: unknown): Promise<Answer> {
    return this.send(`/api/trpc/${path}`, { method: "POST", body: JSON.stringify(input), headers: { "content-type": "application/json" } });
  }

  async send(path: string, init: RequestInit): Promise<Answer> {
    const response = await this.request(path, init);
    const text = await response.text();
    return { status: response.status, body: text.startsWith("{") ? JSON.parse(text) : {}, headers: response.headers };
  }

  async request(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookies.size > 0) headers.set("cookie", [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await this.#app.request(path, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      const at = pair.indexOf("=");
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }
}

/** An admin who is signed in. */
export async function adminOf(server: ReturnType<typeof testServer>): Promise<Browser> {
  const email = `${crypto.randomUUID()}@example.com`;
  await createAccount(makeContext(server.parts.database.db), { email, name: "Admin", password: "correct horse", role: "admin" });
  const browser = server.browser();
  await browser.mutate("accounts.signIn", { email, password: "correct horse" });
  return browser;
}
