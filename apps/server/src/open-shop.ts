import { connect, migrate, type Database } from "@cartwright/db";
import { openDefaultLocation } from "@cartwright/core/inventory";
import { systemClock } from "@cartwright/core/kernel";
import { mkdirSync } from "node:fs";
import { makeLogger } from "./make-logger.ts";
import { makePorts } from "./adapters/index.ts";
import { systemContext, type ServerParts } from "./context.ts";
import type { ServerEnv } from "./env.ts";
import { trustProxies } from "./http/address.ts";
import { openRateLimits } from "./limits/rate-limits.ts";
import { openLive } from "./live/live.ts";
import { openMetrics } from "./metrics/metrics.ts";
import { watchParts } from "./metrics/watch-parts.ts";
import { shopCache } from "./shop-cache.ts";

/**
 * Connects, migrates and puts together what a server or a command is made of. A shop without any location gets its
 * first. Errors: one clear line.
 */
export async function openShop(env: ServerEnv, options: { migrationsFolder?: string } = {}): Promise<ServerParts> {
  mkdirSync(env.dataDir, { recursive: true });
  const logger = makeLogger(env.logLevel);
  const database: Database = await connect(env.databaseUrl);
  const folder = options.migrationsFolder;
  await migrate(database, folder ? { folder } : {});
  const metrics = env.metrics ? openMetrics() : null;
  const parts: ServerParts = {
    database,
    ports: makePorts(env, database.db, (level, message) => logger[level]({ requestId: "search" }, message)),
    logger,
    shop: shopCache(database.db),
    live: openLive(() => systemContext(parts, "live"), logger, env.liveStreams),
    metrics,
    rateLimits: env.hasRateLimits ? openRateLimits(database) : null,
    addressOf: trustProxies(env.trustedProxies),
    publicUrl: env.publicUrl,
    isSecure: env.publicUrl?.startsWith("https:") ?? false,
    startedAt: systemClock.now(),
    ...(folder ? { migrationsFolder: folder } : {}),
  };
  if (metrics) {
    parts.ports.search = metrics.watchSearch(parts.ports.search);
    watchParts(metrics, parts);
  }
  await openDefaultLocation(await systemContext(parts, "server"));
  return parts;
}
