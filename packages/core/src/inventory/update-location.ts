import { locations, lockRow } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { getLocation, requireLiving } from "./get-location.ts";
import { unitsAtLocations } from "./list-locations.ts";
import type { UpdateLocationInput } from "./schemas.ts";
import { locationView, type LocationView } from "./views.ts";

/** Changes a location's name or its turn to serve; what is allocated already stays where it is. Errors: `location.not_found`, `access.*`. */
export async function updateLocation(ctx: Context, input: UpdateLocationInput): Promise<LocationView> {
  requirePermission(ctx, "stock.adjust");
  const { idempotencyKey, ...body } = input;
  return onceByKey(ctx, { procedure: "inventory.updateLocation", key: idempotencyKey, body }, async (ctx) => {
    const { id } = await getLocation(ctx, input.location);
    const [before] = await lockRow(ctx.db.select().from(locations).where(eq(locations.id, id)));
    if (!before) throw new Error("a location is never deleted");
    await requireLiving(ctx, [before]);
    const { name = before.name, priority = before.priority } = input;
    await ctx.db.update(locations).set({ name, priority }).where(eq(locations.id, id));
    const facts = { before: { name: before.name, priority: before.priority }, after: { name, priority } };
    await recordAudit(ctx, { action: "location.update", subject: id, ...facts });
    return locationView({ ...before, name, priority }, (await unitsAtLocations(ctx)).get(id));
  });
}
