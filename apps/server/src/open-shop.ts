import { connect, migrate, type Database } from "@cartwright/db";
import { openDefaultLocation } from "@cartwright/core/inventory";
import { systemClock } from "@cartwright/core/kernel";
import { mkdirSync } from "node:fs";
import { makeLogger } from "./make-logger.ts";
import { makePorts } from "./adapters/index.ts";
import { systemContext, type ServerParts } from "./context.ts";
import type { ServerEnv } from "./env.ts";
import { openLive } from "./live/live.ts";
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
  const parts: ServerParts = {
    database,
    ports: makePorts(env),
    logger,
    shop: shopCache(database.db),
    live: openLive(() => systemContext(parts, "live"), logger, env.liveStreams),
    isSecure: env.publicUrl?.startsWith("https:") ?? false,
    startedAt: systemClock.now(),
    ...(folder ? { migrationsFolder: folder } : {}),
  };
  await openDefaultLocation(await systemContext(parts, "server"));
  return parts;
}
