export interface Times {
  calls: number;
  p50Ms: number;
  p95Ms: number;
  perSecond: number;
}

/** Calls made by so many at once, each with its next as soon as it has its answer. */
export async function measureCalls<Item>(items: readonly Item[], connections: number, call: (item: Item) => Promise<unknown>): Promise<Times> {
  const times: number[] = [];
  const begun = performance.now();
  let next = 0;
  const work = async () => {
    for (;;) {
      const item = items[next];
      next += 1;
      if (item === undefined) return;
      const at = performance.now();
      await call(item);
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { calls: times.length, p50Ms: at(0.5), p95Ms: at(0.95), perSecond: (1_000 * times.length) / (performance.now() - begun) };
}
