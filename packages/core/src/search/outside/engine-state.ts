import { inTransaction, lockRow, settings } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { Cached, type Context } from "../../kernel/index.ts";

/** What the shop remembers of an index that is not in its database. */
export interface OutsideIndexState {
  /** Counts the finished rebuilds; 0 while the index was never filled and must not answer. */
  generation: number;
  /** How its documents were made. */
  settingsVersion: number;
  updatedAt: string | null;
  /** Of the last write or rebuild that failed; null after one that did not. */
  lastError: string | null;
  rebuild: OutsideRebuild | null;
}

/** A rebuild that was begun and is not done. */
export interface OutsideRebuild {
  settingsVersion: number;
  /** By the clock of the engine. */
  startedAt: string;
  /** It waits for the engine to be back, and nobody goes on with it. */
  isPaused: boolean;
  /** The last product that is in the new index for certain, how many are, and how many there were at the start. */
  cursor: string | null;
  built: number;
  wanted: number;
  /** What was sent and may not be in yet. */
  sent: { tasks: number[]; cursor: string; built: number } | null;
}

export const noOutsideIndex: OutsideIndexState = { generation: 0, settingsVersion: 0, updatedAt: null, lastError: null, rebuild: null };

const cachedStates = new Cached(loadOutsideIndex);

/** May be some seconds old. */
export function getOutsideIndex(ctx: Context, index: string): Promise<OutsideIndexState> {
  return cachedStates.get(ctx, index);
}

/** As it is now. */
export async function loadOutsideIndex({ db }: Context, index: string): Promise<OutsideIndexState> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, keyOf(index)));
  // Only saveOutsideIndex writes the value.
  return { ...noOutsideIndex, ...(row ? (JSON.parse(row.value) as Partial<OutsideIndexState>) : {}) };
}

/** Changes a part of it, whatever others change meanwhile. This process sees it at once, others within seconds. */
export async function saveOutsideIndex(ctx: Context, index: string, change: Partial<OutsideIndexState>): Promise<OutsideIndexState> {
  const key = keyOf(index);
  const state = await inTransaction(ctx, async (ctx) => {
    const updatedAt = ctx.clock.now();
    // An index that nothing was kept of has no row to lock yet.
    await ctx.db.insert(settings).values({ key, value: "{}", updatedAt }).onConflictDoNothing();
    await lockRow(ctx.db.select().from(settings).where(eq(settings.key, key)));
    const state = { ...(await loadOutsideIndex(ctx, index)), ...change };
    await ctx.db.update(settings).set({ value: JSON.stringify(state), updatedAt }).where(eq(settings.key, key));
    return state;
  });
  cachedStates.forget(ctx);
  return state;
}

function keyOf(index: string): string {
  return `search:${index}`;
}
