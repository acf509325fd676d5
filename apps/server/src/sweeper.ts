import { pruneAccountTokens, pruneSessions, pruneUnconfirmed } from "@cartwright/core/accounts";
import { pruneDeviceGrants, pruneOAuthAttempts } from "@cartwright/core/accounts";
import { clearAuditAddresses } from "@cartwright/core/audit";
import { checkLatePayments, resumePlacements } from "@cartwright/core/checkout";
import { releaseExpiredHolds } from "@cartwright/core/inventory";
import { pruneEvents, pruneKeys } from "@cartwright/core/kernel";
import { clearReplacedIndex, pruneSearches, tendSearch } from "@cartwright/core/search";
import { setTimeout as pause } from "node:timers/promises";
import { systemContext, type ServerParts } from "./context.ts";

const usualPauseMilliseconds = 10_000;
/** What is old is removed every minute. */
const roundsToPrune = 6;
/** What no index leads to is looked for every hour. */
const roundsToTidy = 360;
const roundsToForget = 60 * roundsToPrune;

/** Finishes or undoes what stopped halfway, every few seconds and once at the start. Returns how to stop it. */
export function startSweeper(parts: ServerParts, options: { pauseMilliseconds?: number } = {}): () => Promise<void> {
  const stopping = new AbortController();
  const pauseMilliseconds = options.pauseMilliseconds ?? usualPauseMilliseconds;
  // A search server that is slow holds back nothing else.
  const running = Promise.all([sweepUntil(parts, stopping.signal, pauseMilliseconds), tendUntil(parts, stopping.signal, pauseMilliseconds)]);
  return async () => {
    stopping.abort();
    await running;
  };
}

async function sweepUntil(parts: ServerParts, stopping: AbortSignal, pauseMilliseconds: number): Promise<void> {
  for (let round = 0; !stopping.aborted; round += 1) {
    try {
      await sweep(parts);
      if (round % roundsToPrune === 0) await prune(parts);
      if (round % roundsToTidy === 0) await tidy(parts);
      if (round % roundsToForget === 0) await forgetAddresses(parts);
    } catch (error) {
      parts.logger.error({ err: error, requestId: "sweeper" }, "a sweep failed");
    }
    // Being stopped is the one way this pause fails.
    await pause(pauseMilliseconds, undefined, { signal: stopping }).catch(() => {});
  }
}

async function tendUntil(parts: ServerParts, stopping: AbortSignal, pauseMilliseconds: number): Promise<void> {
  while (!stopping.aborted) {
    const search = await step(parts, "search", async () => tendSearch(await systemContext(parts, "sweeper")));
    if (search && (search.caughtUp > 0 || search.begun.length > 0)) parts.logger.info({ requestId: "sweeper", search }, "the search index was looked after");
    await pause(pauseMilliseconds, undefined, { signal: stopping }).catch(() => {});
  }
}

async function sweep(parts: ServerParts): Promise<void> {
  const ctx = await systemContext(parts, "sweeper");
  const placements = await step(parts, "placements", () => resumePlacements(ctx));
  const late = await step(parts, "late payments", () => checkLatePayments(ctx));
  const holds = await step(parts, "holds", () => releaseExpiredHolds(ctx));
  const isNews = Boolean(placements?.settled || late?.found || holds);
  if (isNews) parts.logger.warn({ requestId: "sweeper", placements, late, holds }, "finished what had stopped");
}

/**
 * Closed events and answered keys are kept for 14 days, searches for 90. A thousand of each at a time, so that nobody waits for it long,
 * and as often as there are any: a busy shop writes more than that in a minute.
 */
async function prune(parts: ServerParts): Promise<void> {
  const ctx = await systemContext(parts, "sweeper");
  await step(parts, "events", () => untilNone(() => pruneEvents(ctx)));
  await step(parts, "idempotency keys", () => untilNone(() => pruneKeys(ctx)));
  await step(parts, "searches", () => untilNone(() => pruneSearches(ctx)));
  await step(parts, "account tokens", () => untilNone(() => pruneAccountTokens(ctx)));
  await step(parts, "device codes", () => untilNone(() => pruneDeviceGrants(ctx)));
  await step(parts, "ways to providers", () => untilNone(() => pruneOAuthAttempts(ctx)));
  await step(parts, "replaced search index", () => clearReplacedIndex(ctx));
}

/** Looks through all that is old, so once an hour is enough. */
async function forgetAddresses(parts: ServerParts): Promise<void> {
  const ctx = await systemContext(parts, "sweeper");
  await step(parts, "addresses in the audit log", () => untilNone(() => clearAuditAddresses(ctx)));
}

/** Sessions that ran out, and sign-ups that nobody confirmed within a week. */
async function tidy(parts: ServerParts): Promise<void> {
  const ctx = await systemContext(parts, "sweeper");
  await step(parts, "sessions", () => untilNone(() => pruneSessions(ctx)));
  await step(parts, "unconfirmed sign-ups", () => untilNone(() => pruneUnconfirmed(ctx)));
}

const mostBatches = 100;

async function untilNone(remove: () => Promise<number>): Promise<void> {
  for (let batches = 0; batches < mostBatches; batches += 1) if ((await remove()) === 0) return;
}

/** What fails does not keep the rest from being done. */
async function step<T>({ logger }: ServerParts, name: string, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    logger.error({ err: error, requestId: "sweeper", step: name }, "a sweep failed");
    return null;
  }
}
