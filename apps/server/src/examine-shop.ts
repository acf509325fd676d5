import { countProducts } from "@cartwright/core/catalog";
import { countLocations } from "@cartwright/core/inventory";
import { getOutboxHealth, requirePermission, systemActor } from "@cartwright/core/kernel";
import { countOrders } from "@cartwright/core/orders";
import { examinePayments } from "@cartwright/core/payments";
import { getSearchStatus } from "@cartwright/core/search";
import { listShippingMethodsForStaff } from "@cartwright/core/shipping";
import { migrationStatus } from "@cartwright/db";
import { examineMail } from "./examine-mail.ts";
import type { ServerContext } from "./context.ts";
import { version } from "./version.ts";

/** What an admin wants to know when something seems wrong. Errors: `access.*`. */
export async function examineShop({ core, parts }: ServerContext) {
  requirePermission(core, "system.read");
  // Numbers alone: to see them this one permission is enough.
  const counting = { ...core, actor: systemActor("doctor") };
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
    locationCount: await countLocations(counting),
    shippingMethodCount: (await listShippingMethodsForStaff(counting)).length,
    productCount: await countProducts(counting),
    pendingOrderCount: await countOrders(counting, "pending"),
    payments: await examinePayments(counting),
    outbox: await getOutboxHealth(counting),
    search: (await getSearchStatus(counting)).engines,
    mail: await examineMail(core.ports.mailer),
  };
}
