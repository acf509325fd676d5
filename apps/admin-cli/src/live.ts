import { TRPCClientError } from "@trpc/client";
import { setTimeout as wait } from "node:timers/promises";
import type { Session } from "./cli.ts";
import { isBusy, isRecord, NetworkError, networkErrorIn } from "./errors.ts";
import type { Output } from "./output/output.ts";

/** A stream's list of news and the place to go on from. */
interface News<Item> {
  id: string;
  data: Item[];
}

interface Handlers<Item> {
  onData: (news: News<Item>) => void;
  onError: (error: unknown) => void;
  onComplete: () => void;
  onConnectionStateChange: (state: { state: string; error: unknown }) => void;
}

export interface Following<Item> {
  /** `lastEventId` is where the stream before this one ended. */
  subscribe: (lastEventId: string | undefined, handlers: Handlers<Item>) => { unsubscribe: () => void };
  onNews: (items: Item[]) => Promise<void> | void;
}

const longestWaitMs = 30_000;

/**
 * Follows until Ctrl-C. A server that is lost is tried again for ever, with pauses that grow; one that is not there to
 * begin with, or refuses, ends it. News are dealt with one list after the other.
 */
export async function follow<Item>(session: Session, following: Following<Item>): Promise<void> {
  const { api, out, cli } = session;
  const place: Place = { lastEventId: undefined, failures: 0 };
  let said = "";
  for (let isFirst = true; !cli.signal.aborted; isFirst = false) {
    try {
      // Says in the usual words what is wrong with the server, which a stream does not.
      await api.shop.get.query();
      if (said) out.say(`${session.url} answers again.`);
      said = "";
      await streamOnce(session, following, place);
    } catch (error) {
      if (cli.signal.aborted) return;
      const trouble = passingTrouble(error);
      if (trouble === null || (isFirst && networkErrorIn(error))) throw error;
      if (trouble !== said) out.say(`${trouble} Trying again until it answers; Ctrl-C ends it.`);
      said = trouble;
    }
    place.failures += 1;
    const waitMs = Math.min(longestWaitMs, 500 * 2 ** place.failures) * (0.5 + Math.random() / 2);
    await wait(waitMs, undefined, { signal: cli.signal }).catch(() => undefined);
  }
}

interface Place {
  lastEventId: string | undefined;
  failures: number;
}

/** Until the stream ends or breaks; the latter throws. */
async function streamOnce<Item>({ cli: { signal }, out, url }: Session, { subscribe, onNews }: Following<Item>, place: Place): Promise<void> {
  let dealing = Promise.resolve();
  const dealAfter = async (before: Promise<void>, { id, data }: News<Item>) => {
    await before;
    await onNews(data);
    place.lastEventId = id;
  };
  await new Promise<void>((resolve, reject) => {
    let subscription: { unsubscribe: () => void } | null = null;
    const end = (settle: () => void) => {
      signal.removeEventListener("abort", stop);
      subscription?.unsubscribe();
      settle();
    };
    const stop = () => end(resolve);
    const fail = (error: unknown) => end(() => reject(error));
    subscription = subscribe(place.lastEventId, {
      onData: (news) => {
        place.failures = 0;
        if (place.lastEventId === undefined) out.say("Watching. Ctrl-C ends it.");
        place.lastEventId ??= news.id;
        dealing = dealAfter(dealing, news);
        dealing.catch(fail);
      },
      onError: fail,
      onComplete: stop,
      // Its own way of coming back would neither say so nor wait longer each time.
      onConnectionStateChange: ({ state, error }) => {
        if (state === "connecting" && error) fail(codeOf(error) ? error : new NetworkError(`The connection to ${url} broke.`, false, { cause: error }));
      },
    });
    signal.addEventListener("abort", stop, { once: true });
    if (signal.aborted) stop();
  });
  await dealing;
}

/** What may be different in a moment, in a line; null for what would end the same way. */
function passingTrouble(error: unknown): string | null {
  const network = networkErrorIn(error);
  if (network) return network.message;
  const isPassing = isBusy(error) || codeOf(error) === "INTERNAL_SERVER_ERROR";
  return isPassing && error instanceof Error ? error.message : null;
}

/** The server's word for a refusal; null when it said nothing. */
function codeOf(error: unknown): string | null {
  const data: unknown = error instanceof TRPCClientError ? error.data : null;
  return isRecord(data) && typeof data.code === "string" ? data.code : null;
}

/** `14:03:22` for a person, the whole moment for a program. */
export function momentOf(out: Output, iso: string): string {
  const at = new Date(iso);
  const parts = [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, "0"));
  return out.isTerminal ? parts.join(":") : iso;
}
