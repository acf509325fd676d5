import { resolve } from "node:path";
import { z } from "zod";

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
  CARTWRIGHT_HOT: z.enum(["on", "off"]).optional(),
});

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
  const isProduction = env.NODE_ENV === "production";
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
    isHot: env.CARTWRIGHT_HOT === "on",
  };
}
