import { countProducts } from "@cartwright/core/catalog";
import { countLocations } from "@cartwright/core/inventory";
import { getOutboxHealth, requirePermission } from "@cartwright/core/kernel";
import { countOrders } from "@cartwright/core/orders";
import { examinePayments } from "@cartwright/core/payments";
import { listShippingMethodsForStaff } from "@cartwright/core/shipping";
import { migrationStatus } from "@cartwright/db";
import type { ServerContext } from "./context.ts";
import { version } from "./version.ts";

/** What an admin wants to know when something seems wrong. Errors: `access.*`. */
export async function examineShop({ core, parts }: ServerContext) {
  requirePermission(core, "system.read");
  const { database, migrationsFolder: folder } = parts;
  const before = performance.now();
  const { applied, pending, unknown } = await migrationStatus(database, folder ? { folder } : {});
  const latencyMs = Math.round((performance.now() - before) * 10) / 10;
  return {
    version,
    dialect: database.dialect,
    migrations: { applied: applied.length, pending, unknown },
    database: { isReachable: true, latencyMs },
    now: core.clock.now().toISOString(),
    nodeVersion: process.versions.node,
    uptimeSeconds: Math.round((core.clock.now().getTime() - parts.startedAt.getTime()) / 1_000),
    locationCount: await countLocations(core),
    shippingMethodCount: (await listShippingMethodsForStaff(core)).length,
    productCount: await countProducts(core),
    pendingOrderCount: await countOrders(core, "pending"),
    payments: await examinePayments(core),
    outbox: await getOutboxHealth(core),
  };
}
