import type { Context } from "@cartwright/core/kernel";
import type { ServerContext } from "../context.ts";
import { actorOf, identify } from "../identify.ts";

/**
 * The context of a request that lasts: who is asking is looked up again every minute, so that who has signed out or
 * lost a permission is told nothing more. The verbs of core check it each time.
 */
export function longContext({ core, credential, parts }: ServerContext): () => Promise<Context> {
  let current = core;
  let checkedAt = performance.now();
  return async () => {
    if (performance.now() - checkedAt < parts.live.recheckSeconds * 1_000) return current;
    const identity = await identify(core.db, await parts.shop(), credential);
    current = { ...core, actor: identity.tokenActor ?? actorOf(identity, core.actor.cartToken) };
    checkedAt = performance.now();
    return current;
  };
}
