import { DomainError } from "@cartwright/core/kernel";

export interface StreamLimits {
  /** Open streams of the whole process. */
  most: number;
  /** Of one visitor: a session, a cart, an address. */
  mostOfVisitor: number;
}

/** A stream that counts as open until it is closed; its signal ends it. */
export interface OpenStream {
  signal: AbortSignal;
  close: () => void;
}

/** The streams of this process: so many and no more, and all of them ended when the server stops. */
export class OpenStreams {
  private readonly open = new Set<OpenStream & { end: () => void }>();
  private readonly countOf = new Map<string, number>();
  private isStopping = false;

  constructor(private readonly limits: StreamLimits) {}

  get size(): number {
    return this.open.size;
  }

  /** `owners` are all names the visitor goes by. Errors: `live.too_many_streams`, `live.stopping`. */
  add(owners: readonly string[], client: AbortSignal | undefined): OpenStream {
    const { most, mostOfVisitor } = this.limits;
    if (this.isStopping) throw new DomainError("unavailable", "live.stopping", "This server is being stopped. Try again in a moment.");
    if (this.open.size >= most || owners.some((owner) => (this.countOf.get(owner) ?? 0) >= mostOfVisitor)) {
      throw new DomainError("unavailable", "live.too_many_streams", "Too many streams are open. Ask now and then instead.");
    }
    const ending = new AbortController();
    const end = () => ending.abort();
    const stream = { signal: ending.signal, end, close: () => this.remove(stream, owners, client) };
    this.open.add(stream);
    for (const owner of owners) this.countOf.set(owner, (this.countOf.get(owner) ?? 0) + 1);
    // A stream that nobody began to read is closed by its client's going away.
    if (client?.aborted) stream.close();
    client?.addEventListener("abort", stream.close, { once: true });
    return stream;
  }

  /** Ends all that are open and takes no more. */
  stop(): void {
    this.isStopping = true;
    for (const { end } of this.open) end();
  }

  private remove(stream: OpenStream & { end: () => void }, owners: readonly string[], client: AbortSignal | undefined): void {
    if (!this.open.delete(stream)) return;
    client?.removeEventListener("abort", stream.close);
    for (const owner of owners) {
      const left = (this.countOf.get(owner) ?? 0) - 1;
      if (left > 0) this.countOf.set(owner, left);
      else this.countOf.delete(owner);
    }
    stream.end();
  }
}
