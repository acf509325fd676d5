import type { AvailabilityView } from "@cartwright/core/inventory";
import type { WatchAvailabilityInput } from "@cartwright/core/inventory/schemas";
import type { ServerContext } from "../context.ts";
import { openStream } from "./open-stream.ts";

/** What anybody could buy now of these variants, then each change. Errors: `live.too_many_streams`, `live.stopping`. */
export function watchAvailability(
  ctx: ServerContext,
  input: WatchAvailabilityInput,
  client: AbortSignal | undefined,
): AsyncIterable<AvailabilityView[]> {
  return ctx.parts.live.availability.watch(input.variantIds, openStream(ctx, client));
}
