import { isUniqueViolation, locations } from "@cartwright/db";
import { isNull, max } from "drizzle-orm";
import { DomainError, newId, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import type { CreateLocationInput } from "./schemas.ts";
import { locationView, type LocationView } from "./views.ts";

/** A place that holds stock. Priority 0 serves first; without one it serves last. Errors: `location.code_taken`, `access.*`. */
export async function createLocation(ctx: Context, input: CreateLocationInput): Promise<LocationView> {
  requirePermission(ctx, "stock.adjust");
  const { idempotencyKey, ...body } = input;
  return onceByKey(ctx, { procedure: "inventory.createLocation", key: idempotencyKey, body }, async (ctx) => {
    const { code, name, priority = await lastPriority(ctx) } = input;
    const row = { id: newId("loc"), code, name, priority };
    try {
      await ctx.db.insert(locations).values(row);
    } catch (error) {
      throw isUniqueViolation(error, locations.code) ? codeTaken(code, error) : error;
    }
    await recordAudit(ctx, { action: "location.create", subject: row.id, after: { code, name, priority } });
    return locationView(row);
  });
}

async function lastPriority(ctx: Context): Promise<number> {
  const [row] = await ctx.db.select({ last: max(locations.priority) }).from(locations).where(isNull(locations.archivedAt));
  return (row?.last ?? -1) + 1;
}

function codeTaken(code: string, cause: unknown): DomainError {
  return new DomainError("conflict", "location.code_taken", `There is a location "${code}" already.`, { field: "code", code }, { cause });
}
