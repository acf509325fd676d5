/**
 * What a stream still has to tell: the newest value of each key. Whoever reads slowly gets fewer and newer values,
 * never a growing queue.
 */
export class Latest<Value> implements AsyncIterableIterator<Value[]> {
  private readonly pending = new Map<string, Value>();
  private waiting: ((result: IteratorResult<Value[], undefined>) => void) | null = null;
  private isEnded = false;

  /** `onEnd` is called once, whoever ends it. */
  constructor(private readonly onEnd: () => void) {}

  /** Values that belong together are told together. */
  put(values: Iterable<readonly [key: string, value: Value]>): void {
    if (this.isEnded) return;
    for (const [key, value] of values) this.pending.set(key, value);
    this.deliver();
  }

  end(): void {
    if (this.isEnded) return;
    this.isEnded = true;
    this.pending.clear();
    this.waiting?.({ done: true, value: undefined });
    this.waiting = null;
    this.onEnd();
  }

  next(): Promise<IteratorResult<Value[], undefined>> {
    if (this.isEnded) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => {
      this.waiting = resolve;
      this.deliver();
    });
  }

  async return(): Promise<IteratorResult<Value[], undefined>> {
    this.end();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private deliver(): void {
    if (!this.waiting || this.pending.size === 0) return;
    const value = [...this.pending.values()];
    this.pending.clear();
    this.waiting({ done: false, value });
    this.waiting = null;
  }
}
