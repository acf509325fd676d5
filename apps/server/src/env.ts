import { resolve } from "node:path";
import { z } from "zod";
import { oauthAddresses, type OAuthEnv, type OAuthSettings } from "./adapters/oauth/index.ts";
import { secretProblem } from "./server-secret.ts";

const fromShape = /^(?:([^<>"\r\n]{1,100}) )?<?([^\s@<>"(),:;]+@[^\s@<>"(),:;]+)>?$/;

const Endpoint = z.url({ protocol: /^https?$/, error: "must be an address of the provider, such as https://provider.example/token" });

function oauthVariables<Name extends "GOOGLE" | "GITHUB">(name: Name) {
  const variables = {
    [`OAUTH_${name}_CLIENT_ID`]: z.string().min(1).optional(),
    [`OAUTH_${name}_CLIENT_SECRET`]: z.string().min(1).optional(),
    [`OAUTH_${name}_AUTHORIZE_URL`]: Endpoint.optional(),
    [`OAUTH_${name}_TOKEN_URL`]: Endpoint.optional(),
    [`OAUTH_${name}_PERSON_URL`]: Endpoint.optional(),
  };
  // Written out, the names are what the type says.
  return variables as Record<`OAUTH_${Name}_${OAuthVariable}`, z.ZodOptional<z.ZodString>>;
}

const Env = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: z.coerce.number("must be a number, such as 3000").int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, "must be file:… for SQLite or postgres://… for Postgres")
    .optional(),
  DATA_DIR: z.string().min(1).default(".data"),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: "must be the shop's address, such as https://shop.example" }).optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).optional(),
  TEST_GATEWAY: z.enum(["on", "off"]).optional(),
  TEST_GATEWAY_URL: z.url({ protocol: /^https?$/, error: "must be the test gateway's address, such as http://127.0.0.1:4010" }).optional(),
  LIVE_STREAMS: z.coerce.number("must be a number, such as 1000").int().min(0).max(1_000_000).optional(),
  LIVE_STREAMS_PER_VISITOR: z.coerce.number("must be a number, such as 20").int().min(1).max(1_000_000).optional(),
  CARTWRIGHT_SECRET: z.string().trim().optional(),
  MEILI_URL: z.url({ protocol: /^https?$/, error: "must be the address of Meilisearch, such as http://127.0.0.1:7700" }).optional(),
  MEILI_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, "must be a key of Meilisearch: one word without spaces")
    .optional(),
  MEILI_INDEX: z
    .string()
    .regex(/^[a-zA-Z0-9_-]{1,100}$/, "must be the name of an index: letters, digits, hyphens and underscores")
    .optional(),
  ...oauthVariables("GOOGLE"),
  ...oauthVariables("GITHUB"),
  METRICS_PORT: z.coerce.number("must be a number, such as 9464").int().min(0).max(65_535).optional(),
  METRICS_HOST: z.string().min(1).optional(),
  METRICS_TOKEN: z.string().regex(/^[\x21-\x7e]+$/, "must be one word").optional(),
  RATE_LIMITS: z.enum(["on", "off"], "must be on or off").optional(),
  TRUSTED_PROXIES: z.string().trim().min(1).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, hostname: /./, error: "must be the mail server's address, such as smtp://user:password@mail.example:587" }).optional(),
  MAIL_FROM: z
    .string()
    .trim()
    .regex(fromShape, 'must be whom mails come from: shop@shop.example, or "The Shop <shop@shop.example>"')
    .optional(),
  CARTWRIGHT_HOT: z.enum(["on", "off"]).optional(),
});

/** How mail is sent, and what every mail says of the shop. */
export interface MailEnv {
  /** The mail server; null for none. */
  smtpUrl: string | null;
  /** Without a mail server, whether mails are kept to be looked at; in production they are not. */
  isKept: boolean;
  from: { name: string | null; address: string };
  shopUrl: string;
}

type OAuthVariable = "CLIENT_ID" | "CLIENT_SECRET" | "AUTHORIZE_URL" | "TOKEN_URL" | "PERSON_URL";

/** What the server is told from outside, read once at the start. */
export interface ServerEnv {
  isProduction: boolean;
  port: number;
  host: string;
  databaseUrl: string;
  dataDir: string;
  publicUrl: string | null;
  logLevel: string;
  hasTestGateway: boolean;
  /** Where the test gateway runs as a process of its own; null when it is part of this server. */
  testGatewayUrl: string | null;
  /** How many streams of news may be open at once, in all and of one visitor. */
  liveStreams: { most: number; mostOfVisitor: number };
  /** Seals what is stored and must be read again; null for one that the data folder keeps, which production does not do. */
  secret: string | null;
  /** The Meilisearch server that searches; null when the database does. */
  meilisearch: { url: string; apiKey: string | null; index: string } | null;
  /** Where figures are told: on a port of their own, on the public one to who has the token, or (null) nowhere. */
  metrics: { port: number | null; host: string; token: string | null } | null;
  /** Whether tries are counted. Off is for measurements and tests. */
  hasRateLimits: boolean;
  /** How many proxies are believed, or which (see trustProxies); null for none. */
  trustedProxies: string | null;
  mail: MailEnv;
  /** Providers that people can sign in by. */
  oauth: OAuthEnv;
  /** The storefront from its source, with hot reload. */
  isHot: boolean;
}

/** Errors: one line a variable, naming it and what it must be. */
export function readEnv(source: Record<string, string | undefined>): ServerEnv {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = Env.safeParse(given);
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("\n"));
  }
  const env = parsed.data;
  if (env.MEILI_API_KEY && !env.MEILI_URL) throw new Error("MEILI_URL must be set as well when MEILI_API_KEY is: it says where Meilisearch is");
  const isProduction = env.NODE_ENV === "production";
  const problem = isProduction ? secretProblem(env.CARTWRIGHT_SECRET) : null;
  if (problem) throw new Error(`CARTWRIGHT_SECRET ${problem}`);
  const oauth = readOAuth(env);
  const dataDir = resolve(env.DATA_DIR);
  return {
    isProduction,
    port: env.PORT,
    host: env.HOST ?? (isProduction ? "0.0.0.0" : "127.0.0.1"),
    databaseUrl: env.DATABASE_URL ?? `file:${resolve(dataDir, "cartwright.db")}`,
    dataDir,
    publicUrl: env.PUBLIC_URL?.replace(/\/$/, "") ?? null,
    logLevel: env.LOG_LEVEL ?? (isProduction ? "info" : "warn"),
    hasTestGateway: env.TEST_GATEWAY ? env.TEST_GATEWAY === "on" : !isProduction || env.TEST_GATEWAY_URL !== undefined,
    testGatewayUrl: env.TEST_GATEWAY_URL ?? null,
    liveStreams: { most: env.LIVE_STREAMS ?? 1_000, mostOfVisitor: env.LIVE_STREAMS_PER_VISITOR ?? 20 },
    secret: env.CARTWRIGHT_SECRET ?? null,
    meilisearch: readMeilisearch(env),
    oauth,
    metrics: readMetrics(env),
    hasRateLimits: env.RATE_LIMITS !== "off",
    trustedProxies: env.TRUSTED_PROXIES ?? null,
    mail: readMail(env, isProduction),
    isHot: env.CARTWRIGHT_HOT === "on",
  };
}

function readMail({ SMTP_URL, MAIL_FROM, PUBLIC_URL, PORT }: z.infer<typeof Env>, isProduction: boolean): MailEnv {
  if (SMTP_URL && !MAIL_FROM) throw new Error("MAIL_FROM must be set as well when SMTP_URL is: it says whom mails come from");
  if (SMTP_URL && !PUBLIC_URL && isProduction) throw new Error("PUBLIC_URL must be set as well when SMTP_URL is: links in mails lead there");
  const shopUrl = PUBLIC_URL?.replace(/\/$/, "") ?? `http://localhost:${PORT}`;
  const [, name = null, address = `shop@${new URL(shopUrl).hostname}`] = fromShape.exec(MAIL_FROM ?? "") ?? [];
  return { smtpUrl: SMTP_URL ?? null, isKept: !isProduction, from: { name, address }, shopUrl };
}

function readMeilisearch({ MEILI_URL: url, MEILI_API_KEY: apiKey, MEILI_INDEX: index }: z.infer<typeof Env>): ServerEnv["meilisearch"] {
  return url === undefined ? null : { url: url.replace(/\/$/, ""), apiKey: apiKey ?? null, index: index ?? "cartwright" };
}

/** Errors: a provider that is named by halves, or a shop that does not say where it is. */
function readOAuth(env: z.infer<typeof Env>): OAuthEnv {
  const read = (name: "GOOGLE" | "GITHUB", usual: (typeof oauthAddresses)["google"]) => {
    const [clientId, clientSecret] = [env[`OAUTH_${name}_CLIENT_ID`], env[`OAUTH_${name}_CLIENT_SECRET`]];
    if (!clientId && !clientSecret) return {};
    if (!clientId || !clientSecret) throw new Error(`OAUTH_${name}_CLIENT_ID and OAUTH_${name}_CLIENT_SECRET must be set together`);
    if (!env.PUBLIC_URL) throw new Error(`PUBLIC_URL must be set as well when OAUTH_${name}_CLIENT_ID is: people come back to it`);
    const settings = {
      clientId,
      clientSecret,
      authorizeUrl: env[`OAUTH_${name}_AUTHORIZE_URL`] ?? usual.authorizeUrl,
      tokenUrl: env[`OAUTH_${name}_TOKEN_URL`] ?? usual.tokenUrl,
      personUrl: env[`OAUTH_${name}_PERSON_URL`] ?? usual.personUrl,
    };
    requireTls(name, settings, env);
    return { [name.toLowerCase()]: settings };
  };
  return { ...read("GOOGLE", oauthAddresses.google), ...read("GITHUB", oauthAddresses.github) };
}

const isLoopback = /^(?:127(?:\.\d{1,3}){3}|\[::1\]|localhost)$/;

/** Errors: a provider whose answers anybody on the way could read and write. */
function requireTls(name: string, { authorizeUrl, tokenUrl, personUrl }: OAuthSettings, { NODE_ENV }: z.infer<typeof Env>): void {
  const addresses = { AUTHORIZE_URL: authorizeUrl, TOKEN_URL: tokenUrl, PERSON_URL: personUrl };
  for (const [variable, address] of Object.entries(addresses)) {
    const { protocol, hostname } = new URL(address);
    if (NODE_ENV === "production" && protocol !== "https:" && !isLoopback.test(hostname)) throw new Error(`OAUTH_${name}_${variable} must begin with https: in production`);
  }
}

const ownMachine = /^(127\.|::1$|localhost$)/;

/** Errors: a port that others reach without a token, and a token that is easy to guess. */
function readMetrics({ NODE_ENV, METRICS_PORT: port, METRICS_HOST: host = "127.0.0.1", METRICS_TOKEN: token }: z.infer<typeof Env>): ServerEnv["metrics"] {
  if (port === undefined && token === undefined) return null;
  if (port !== undefined && token === undefined && !ownMachine.test(host)) throw new Error("METRICS_TOKEN must be set when METRICS_HOST lets others in");
  const problem = token !== undefined && NODE_ENV === "production" ? secretProblem(token) : null;
  if (problem) throw new Error(`METRICS_TOKEN ${problem}`);
  return { port: port ?? null, host, token: token ?? null };
}
