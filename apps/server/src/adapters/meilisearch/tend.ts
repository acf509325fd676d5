import type { Context } from "@cartwright/core/kernel";
import { loadOutsideIndex, saveOutsideIndex, type DocumentSource } from "@cartwright/core/search";
import { isEngineError } from "./explain-error.ts";
import type { Link } from "./link.ts";
import { applySettings, createIndex, hasIndex, requireVersion } from "./prepare-index.ts";
import { settingsVersion } from "./settings.ts";
import { catchUp } from "./sync.ts";

/** What has been looked at since the process started, or since Meilisearch was last out of reach. */
export interface Care {
  isPrepared: boolean;
  /** What it was that could not be done, as it was kept for staff. */
  noted: string | null;
}

/** Looks after an index: sets it up, notices when it is lost, and catches up. Never fails because Meilisearch is out of reach. */
export async function tendIndex(ctx: Context, link: Link, care: Care, source: DocumentSource): Promise<{ caughtUp: number; isRebuildWanted: boolean }> {
  try {
    if (link.state !== "closed" || link.lastError !== null) care.isPrepared = false;
    const isRebuildWanted = care.isPrepared ? false : await prepare(ctx, link, source);
    care.isPrepared = !isRebuildWanted && (await loadOutsideIndex(ctx, link.options.index)).generation > 0;
    const caughtUp = care.isPrepared ? await catchUp(ctx, link, source) : 0;
    await note(ctx, link, care, null);
    return { caughtUp, isRebuildWanted };
  } catch (error) {
    if (!isEngineError(error)) throw error;
    care.isPrepared = false;
    await note(ctx, link, care, error.message);
    return { caughtUp: 0, isRebuildWanted: false };
  }
}

/** Keeps why the index could not be looked after, and takes it back once it can: errors of others are left as they are. */
async function note(ctx: Context, link: Link, care: Care, message: string | null): Promise<void> {
  if (message === care.noted || (message !== null && link.state !== "closed")) return;
  const { index } = link.options;
  const { lastError } = await loadOutsideIndex(ctx, index);
  if (message !== null || lastError === care.noted) await saveOutsideIndex(ctx, index, { lastError: message });
  care.noted = message;
}

/** Returns whether the index has to be made anew. */
async function prepare(ctx: Context, link: Link, source: DocumentSource): Promise<boolean> {
  const { index } = link.options;
  await requireVersion(link);
  const state = await loadOutsideIndex(ctx, index);
  if (!(await hasIndex(link, index))) {
    // Until it is filled again, it must not answer.
    if (state.generation > 0) await saveOutsideIndex(ctx, index, { generation: 0 });
    if (state.rebuild) return state.rebuild.isPaused;
    if ((await source.count(ctx)) > 0) return true;
    await createIndex(link, index);
    await saveOutsideIndex(ctx, index, { generation: 1, settingsVersion, updatedAt: ctx.clock.now().toISOString(), lastError: null });
    return false;
  }
  if (await applySettings(link, index)) link.options.log("info", `the settings of the index ${index} were brought up to this version`);
  return state.rebuild ? state.rebuild.isPaused : state.generation === 0 || state.settingsVersion !== settingsVersion;
}
