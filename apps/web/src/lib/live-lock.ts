/** Of the six connections that a browser keeps to one shop, so many may be streams: pages need the others. */
const streamsOfBrowser = 3;

/**
 * A place for one more stream among all tabs, as the function that gives it back; null when all are taken. Where
 * tabs can't know of each other (no TLS) there is always one.
 */
export async function takeLiveLock(): Promise<(() => void) | null> {
  if (!("locks" in navigator)) return () => {};
  for (let place = 0; place < streamsOfBrowser; place += 1) {
    const giveBack = await tryLock(`cartwright-live-${place}`);
    if (giveBack) return giveBack;
  }
  return null;
}

function tryLock(name: string): Promise<(() => void) | null> {
  return new Promise((taken) => {
    const hold = (lock: Lock | null) => {
      if (!lock) return taken(null);
      return new Promise<void>((giveBack) => taken(giveBack));
    };
    // A browser that refuses locks has no say in how many there are.
    navigator.locks.request(name, { ifAvailable: true }, hold).catch(() => taken(() => {}));
  });
}
