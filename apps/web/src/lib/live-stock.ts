import { useEffect, useSyncExternalStore } from "react";
import { openLiveConnection } from "./live-connection.ts";
import { trpc, type Client } from "./trpc.ts";

/** What the server follows for one stream. */
const mostVariants = 100;
/** What one page begins to look at together, another ends to. */
const gatherMilliseconds = 50;
const awayMilliseconds = 60_000;

const nothing: ReadonlyMap<string, number> = new Map();

/** How often each variant is being looked at in this tab. */
const watchers = new Map<string, number>();
const listeners = new Set<() => void>();
let known = nothing;
let connection: { variantIds: string[]; close: () => void } | null = null;
let gathering: ReturnType<typeof setTimeout> | undefined;
let leaving: ReturnType<typeof setTimeout> | undefined;
let isAway = false;

/**
 * Units that anybody could buy, as they change, by variant; without those of which nothing has been heard yet. All of
 * a tab share one stream. It is closed when the tab has been out of sight for a minute.
 */
export function useLiveStock(variantIds: readonly string[]): ReadonlyMap<string, number> {
  const { client } = trpc.useUtils();
  const ids = variantIds.slice(0, mostVariants).join(" ");
  useEffect(() => watchStock(client, ids === "" ? [] : ids.split(" ")), [client, ids]);
  return useSyncExternalStore(listen, readKnown, readNothing);
}

function watchStock(client: Client, ids: readonly string[]): () => void {
  if (watchers.size === 0) followSight(client);
  for (const id of ids) watchers.set(id, (watchers.get(id) ?? 0) + 1);
  gather(client);
  return () => {
    for (const id of ids) unwatch(id);
    gather(client);
  };
}

/** A figure that is no longer followed is forgotten: it would be taken for today's when its page is opened again. */
function unwatch(id: string): void {
  const left = (watchers.get(id) ?? 0) - 1;
  if (left > 0) return void watchers.set(id, left);
  watchers.delete(id);
  if (known.has(id)) known = new Map([...known].filter(([other]) => other !== id));
}

function gather(client: Client): void {
  clearTimeout(gathering);
  gathering = setTimeout(() => connect(client), gatherMilliseconds);
}

/** Opens, keeps, replaces or closes the stream, so that it has what is being looked at. */
function connect(client: Client): void {
  const wanted = isAway ? [] : [...watchers.keys()].slice(0, mostVariants);
  if (connection && wanted.length === connection.variantIds.length && wanted.every((id) => connection?.variantIds.includes(id))) return;
  connection?.close();
  connection = null;
  if (wanted.length === 0) return;
  const close = openLiveConnection(client, wanted, (news) => {
    const changed = news.filter(({ variantId, available }) => watchers.has(variantId) && known.get(variantId) !== available);
    if (changed.length === 0) return;
    known = new Map([...known, ...changed.map(({ variantId, available }) => [variantId, available] as const)]);
    for (const listener of listeners) listener();
  });
  connection = { variantIds: wanted, close };
}

let isSightFollowed = false;

function followSight(client: Client): void {
  if (isSightFollowed) return;
  isSightFollowed = true;
  const change = (goesAway: boolean) => {
    clearTimeout(leaving);
    isAway = goesAway;
    connect(client);
  };
  isAway = document.hidden;
  document.addEventListener("visibilitychange", () => {
    clearTimeout(leaving);
    if (document.hidden) leaving = setTimeout(() => change(true), awayMilliseconds);
    else change(false);
  });
  // A page that is kept for the way back may hold no stream.
  addEventListener("pagehide", () => change(true));
  addEventListener("pageshow", () => change(document.hidden));
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readKnown(): ReadonlyMap<string, number> {
  return known;
}

function readNothing(): ReadonlyMap<string, number> {
  return nothing;
}
