import { listOrderChanges, type OrderChangeView } from "@cartwright/core/orders";
import type { WatchOrdersInput } from "@cartwright/core/orders/schemas";
import type { TrackedEnvelope } from "@trpc/server";
import type { ServerContext } from "../context.ts";
import { longContext } from "./long-context.ts";
import { openStream } from "./open-stream.ts";
import { staffStream } from "./staff-stream.ts";
import { requireRecent, tail, type Source } from "./tail.ts";

/**
 * New and changed orders from now on, with what happened to them.
 * Errors: `live.too_long_ago`, `live.too_many_streams`, `live.stopping`, `access.*`.
 */
export function watchOrders(
  ctx: ServerContext,
  { status, lastEventId }: WatchOrdersInput,
  client: AbortSignal | undefined,
): AsyncIterable<TrackedEnvelope<OrderChangeView[]>> {
  requireRecent(lastEventId);
  const context = longContext(ctx);
  const source: Source<OrderChangeView> = {
    read: async (from) => listOrderChanges(await context(), { ...from, status }),
    seen: ({ id, version, updatedAt }) => ({ key: id, version, at: updatedAt }),
  };
  return staffStream(openStream(ctx, client), (signal) => tail(source, lastEventId, signal));
}
