import { hashToken } from "@cartwright/core/kernel";
import type { ServerContext } from "../context.ts";
import type { OpenStream } from "./open-streams.ts";

/** A stream for whoever asks, counted against all names they go by. Errors: `live.too_many_streams`, `live.stopping`. */
export function openStream(ctx: ServerContext, client: AbortSignal | undefined): OpenStream {
  const { cartToken } = ctx.core.actor;
  const address = ctx.address();
  const owners = [
    ...(ctx.account ? [ctx.account.id] : []),
    ...(cartToken ? [hashToken(cartToken)] : []),
    ...(address ? [address] : []),
  ];
  return ctx.parts.live.streams.add(owners, client);
}
