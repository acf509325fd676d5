import { findSession } from "@cartwright/core/accounts";
import type { Context } from "@cartwright/core/kernel";
import { actorOf, type ServerContext } from "../context.ts";

/**
 * The context of a request that lasts: who is asking is looked up again every minute, so that who has signed out or
 * lost a permission is told nothing more. The verbs of core check it each time.
 */
export function longContext({ core, sessionToken, parts }: ServerContext): () => Promise<Context> {
  let current = core;
  let checkedAt = performance.now();
  return async () => {
    if (performance.now() - checkedAt < parts.live.recheckSeconds * 1_000) return current;
    const found = sessionToken ? await findSession(parts.database.db, sessionToken) : null;
    current = { ...core, actor: actorOf(found?.account ?? null, core.actor.cartToken) };
    checkedAt = performance.now();
    return current;
  };
}
