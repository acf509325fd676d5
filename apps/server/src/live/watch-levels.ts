import { listLevelChanges, listLevels, type LevelChangeView } from "@cartwright/core/inventory";
import type { WatchLevelsInput } from "@cartwright/core/inventory/schemas";
import type { Context } from "@cartwright/core/kernel";
import { tracked, type TrackedEnvelope } from "@trpc/server";
import type { ServerContext } from "../context.ts";
import { longContext } from "./long-context.ts";
import { openStream } from "./open-stream.ts";
import { pause } from "./pause.ts";
import { staffStream } from "./staff-stream.ts";
import { requireRecent, tail, type Seen } from "./tail.ts";

type LevelNews = TrackedEnvelope<LevelChangeView[]>;

const pauseMilliseconds = 500;

/**
 * Of named variants first all levels, then those that change; without names every level that changes from now on.
 * Errors: `location.not_found`, `live.too_long_ago`, `live.too_many_streams`, `live.stopping`, `access.*`.
 */
export function watchLevels(ctx: ServerContext, input: WatchLevelsInput, client: AbortSignal | undefined): AsyncIterable<LevelNews> {
  const { variantIds, location, lastEventId } = input;
  if (!variantIds) requireRecent(lastEventId);
  const context = longContext(ctx);
  const everyLevel = {
    read: async (from: Parameters<typeof listLevelChanges>[1]) => listLevelChanges(await context(), { ...from, location }),
    seen,
  };
  return staffStream(openStream(ctx, client), (signal) =>
    variantIds ? namedLevels(context, { variantIds, location }, signal) : tail(everyLevel, lastEventId, signal),
  );
}

async function* namedLevels(
  context: () => Promise<Context>,
  input: { variantIds: readonly string[]; location: string | undefined },
  signal: AbortSignal,
): AsyncGenerator<LevelNews> {
  let told: Map<string, string> | null = null;
  while (!signal.aborted) {
    const levels = await listLevels(await context(), input);
    const news = levels.filter((level) => told?.get(seen(level).key) !== seen(level).version);
    if (news.length > 0 || !told) yield tracked(new Date().toISOString(), news);
    told = new Map(levels.map((level) => [seen(level).key, seen(level).version]));
    await pause(pauseMilliseconds, signal);
  }
}

function seen({ updatedAt, ...level }: LevelChangeView): Seen & { version: string } {
  return { key: `${level.variantId} ${level.location.id}`, version: JSON.stringify(level), at: updatedAt };
}
