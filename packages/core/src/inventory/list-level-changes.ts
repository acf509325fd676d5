import { locations, stockLevels } from "@cartwright/db";
import { and, asc, eq, gt, gte, isNull, or } from "drizzle-orm";
import { requirePermission, type ChangePage, type ChangePosition, type Context } from "../kernel/index.ts";
import { getLocation } from "./get-location.ts";
import { levelChangeView, type LevelChangeView } from "./views.ts";

export interface LevelChangesFrom {
  since: Date;
  /** Goes on behind this place. */
  after: ChangePosition | null;
  location?: string | undefined;
}

const pageSize = 2_000;

/**
 * Levels that were changed since, in the order of their last changes. It reads the whole table: an index by time would
 * make every hold of every buyer dearer, for what staff look at now and then. Errors: `location.not_found`, `access.*`.
 */
export async function listLevelChanges(ctx: Context, from: LevelChangesFrom): Promise<ChangePage<LevelChangeView>> {
  requirePermission(ctx, "stock.read");
  const place = from.location ? await getLocation(ctx, from.location) : null;
  const { at, id } = from.after ?? { at: from.since, id: "" };
  const [variantId = "", locationId = ""] = id.split(" ");
  const rows = await ctx.db
    .select({ level: stockLevels, location: locations })
    .from(stockLevels)
    .innerJoin(locations, and(eq(locations.id, stockLevels.locationId), isNull(locations.archivedAt)))
    .where(
      and(
        gte(stockLevels.updatedAt, at),
        or(
          gt(stockLevels.updatedAt, at),
          gt(stockLevels.variantId, variantId),
          and(eq(stockLevels.variantId, variantId), gt(stockLevels.locationId, locationId)),
        ),
        place ? eq(stockLevels.locationId, place.id) : undefined,
      ),
    )
    .orderBy(asc(stockLevels.updatedAt), asc(stockLevels.variantId), asc(stockLevels.locationId))
    .limit(pageSize);
  const last = rows.length === pageSize ? rows.at(-1)?.level : undefined;
  return { items: rows.map(levelChangeView), next: last ? { at: last.updatedAt, id: `${last.variantId} ${last.locationId}` } : null };
}
