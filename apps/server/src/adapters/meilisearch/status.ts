import type { Context } from "@cartwright/core/kernel";
import { countPending, loadOutsideIndex, type EngineStatus } from "@cartwright/core/search";
import { TaskCancelledError } from "cockatiel";
import type { Meilisearch } from "meilisearch";
import { codeOf, explain } from "./explain-error.ts";
import type { Link } from "./link.ts";
import { settingsVersion } from "./settings.ts";

interface Asked {
  documents: number;
  sizeBytes: number | null;
  isMissing: boolean;
  error: string | null;
}

/** What the index holds, as the server says at this moment. A server that is gone is a status too. */
export async function indexStatus(ctx: Context, link: Link): Promise<EngineStatus> {
  const { index } = link.options;
  const state = await loadOutsideIndex(ctx, index);
  const { documents, sizeBytes, isMissing, error } = await ask(link);
  const isFilled = state.generation > 0 && !isMissing;
  return {
    state: error !== null && !isMissing ? "unreachable" : isFilled ? (documents > 0 ? "ready" : "empty") : state.rebuild ? "building" : "empty",
    documents,
    generation: state.generation,
    isOutdated: !isFilled || state.settingsVersion !== settingsVersion,
    rebuild: state.rebuild && { isDone: false, isPaused: state.rebuild.isPaused, built: state.rebuild.built, wanted: state.rebuild.wanted },
    sizeBytes,
    updatedAt: state.updatedAt === null ? null : new Date(state.updatedAt),
    lastError: error ?? state.lastError ?? link.lastError,
    breaker: link.state,
    pending: await countPending(ctx, index),
  };
}

async function ask(link: Link): Promise<Asked> {
  const { index, searchMilliseconds } = link.options;
  try {
    const { numberOfDocuments, rawDocumentDbSize } = await link.probe((client) => within(searchMilliseconds * 2, statsOf(client, index)));
    return { documents: numberOfDocuments, sizeBytes: rawDocumentDbSize ?? null, isMissing: false, error: null };
  } catch (error) {
    return { documents: 0, sizeBytes: null, isMissing: codeOf(error) === "index_not_found", error: explain(error, link.options) };
  }
}

function statsOf(client: Meilisearch, index: string) {
  return client.index(index).getStats();
}

/** Status is looked at when something is wrong: it must not hang with it. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TaskCancelledError()), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
