import { migrationStatus } from "@cartwright/db";
import { Hono } from "hono";
import type { ServerParts } from "../context.ts";

/** `live`: the process answers. `ready`: it can serve, its database is there and up to date. */
export function health({ database, migrationsFolder: folder }: ServerParts): Hono {
  const app = new Hono();
  app.get("/live", (c) => c.json({ status: "live" }));
  app.get("/ready", async (c) => {
    try {
      const { pending } = await migrationStatus(database, folder ? { folder } : {});
      return pending.length === 0 ? c.json({ status: "ready" }) : c.json({ status: "migrations_pending" }, 503);
    } catch {
      return c.json({ status: "database_unreachable" }, 503);
    }
  });
  return app;
}
