/**
 * A hint inside one process that events were written, so that its worker need not wait for its next look. Nothing
 * depends on it: events of other processes, and those of a hint that came too early, are found by looking.
 */
let emissions = 0;
const listeners = new Set<() => void>();

export function noteEmission(): void {
  emissions += 1;
}

/** Runs the work, and once it has committed tells the workers of this process when anything was emitted meanwhile. */
export async function tellingNews<T>(work: () => Promise<T>): Promise<T> {
  const before = emissions;
  try {
    return await work();
  } finally {
    if (emissions !== before) for (const listener of listeners) listener();
  }
}

/** Calls back when there may be something to do. Returns how to stop listening. */
export function onNews(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
