import { takeLiveLock } from "./live-lock.ts";
import type { Client, Outputs } from "./trpc.ts";

export type Stock = Outputs["inventory"]["getAvailability"][number];
export type TellStock = (news: readonly Stock[]) => void;

const longestWaitMilliseconds = 60_000;
const pollMilliseconds = 15_000;

/**
 * Follows these variants until it is closed. While there is no stream, because the server has too many, the network
 * is away or other tabs have taken their share, the figures are asked for now and then, and a stream is tried again.
 */
export function openLiveConnection(client: Client, variantIds: string[], tell: TellStock): () => void {
  const closing = new AbortController();
  void follow(client, variantIds, tell, closing.signal);
  return () => closing.abort();
}

async function follow(client: Client, variantIds: string[], tell: TellStock, closing: AbortSignal): Promise<void> {
  let failures = 0;
  const poll = setInterval(() => {
    // What can't be asked now is asked again.
    if (failures > 0) client.inventory.getAvailability.query({ variantIds }, { signal: closing }).then(tell, () => {});
  }, pollMilliseconds);
  while (!closing.aborted) {
    await stream(client, variantIds, closing, (news) => {
      failures = 0;
      tell(news);
    });
    failures += 1;
    await until(closing, (done) => {
      const timer = setTimeout(done, Math.random() * Math.min(longestWaitMilliseconds, 1_000 * 2 ** failures));
      return () => clearTimeout(timer);
    });
  }
  clearInterval(poll);
}

/** Until the stream breaks or ends. The browser's own way of coming back knows no pause that grows: it is not used. */
async function stream(client: Client, variantIds: string[], closing: AbortSignal, tell: TellStock): Promise<void> {
  const giveBackLock = await takeLiveLock();
  if (!giveBackLock) return;
  await until(closing, (done) => {
    const subscription = client.inventory.watchAvailability.subscribe(
      { variantIds },
      {
        onData: tell,
        onError: done,
        onComplete: done,
        onConnectionStateChange: ({ state, error }) => {
          if (state === "connecting" && error) done();
        },
      },
    );
    return () => subscription.unsubscribe();
  });
  giveBackLock();
}

/** Until what was begun says that it is done, or the signal. Then it is ended. */
async function until(signal: AbortSignal, begin: (done: () => void) => () => void): Promise<void> {
  if (signal.aborted) return;
  let done = (): void => {};
  const isDone = new Promise<void>((resolve) => {
    done = resolve;
  });
  signal.addEventListener("abort", done);
  const end = begin(done);
  await isDone;
  signal.removeEventListener("abort", done);
  end();
}
