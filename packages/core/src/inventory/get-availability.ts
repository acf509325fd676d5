import type { Context } from "../kernel/index.ts";
import { findAvailability } from "./availability.ts";
import type { GetAvailabilityInput } from "./schemas.ts";
import type { AvailabilityView } from "./views.ts";

/** Units that anybody could buy now, in the order asked for; 0 for what nobody stocks. */
export async function getAvailability(ctx: Context, input: GetAvailabilityInput): Promise<AvailabilityView[]> {
  const found = await findAvailability(ctx, input.variantIds);
  return input.variantIds.map((variantId) => ({ variantId, available: found.get(variantId) ?? 0 }));
}
