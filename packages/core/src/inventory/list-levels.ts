import { requirePermission, type Context } from "../kernel/index.ts";
import { loadLevels } from "./availability.ts";
import { getLocation } from "./get-location.ts";
import { levelChangeView, type LevelChangeView } from "./views.ts";

/** The levels of up to 100 variants everywhere or at one location, in one or two statements. Errors: `location.not_found`, `access.*`. */
export async function listLevels(ctx: Context, input: { variantIds: readonly string[]; location?: string | undefined }): Promise<LevelChangeView[]> {
  requirePermission(ctx, "stock.read");
  const place = input.location ? await getLocation(ctx, input.location) : null;
  const rows = await loadLevels(ctx, input.variantIds);
  return rows.filter(({ location }) => !place || location.id === place.id).map(levelChangeView);
}
