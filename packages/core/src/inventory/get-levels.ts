import { requirePermission, type Context } from "../kernel/index.ts";
import { loadLevels } from "./availability.ts";
import { levelView, type LevelsView } from "./views.ts";

/** A variant's stock at every location, first the one that serves first. Errors: `access.*`. */
export async function getLevels(ctx: Context, input: { variantId: string }): Promise<LevelsView> {
  requirePermission(ctx, "stock.read");
  const levels = (await loadLevels(ctx, [input.variantId])).map(levelView);
  const sum = (pick: (level: (typeof levels)[number]) => number) => levels.reduce((total, level) => total + pick(level), 0);
  return {
    variantId: input.variantId,
    levels,
    onHand: sum((level) => level.onHand),
    reserved: sum((level) => level.reserved),
    available: sum((level) => level.available),
  };
}
