import type { Browser } from "./client.ts";

/** One event of a stream, as it came. */
export interface StreamEvent {
  event: string;
  id: string | null;
  // Tests look into news of every shape.
  data: never;
}

/** Events of an answer in `text/event-stream`, one after the other. */
export async function* readEvents(response: Response): AsyncGenerator<StreamEvent> {
  let text = "";
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const fields = new Map(block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]));
      const data = fields.get("data");
      if (fields.size > 0 && data !== undefined) {
        yield { event: fields.get("event") ?? "message", id: fields.get("id") ?? null, data: (data ? JSON.parse(data) : null) as never };
      }
    }
  }
}

/** A stream that is open, whose news are asked for one by one. */
export class News {
  readonly #controller = new AbortController();
  readonly #events: Promise<AsyncGenerator<StreamEvent>>;

  constructor(open: (signal: AbortSignal) => Promise<Response>) {
    this.#events = open(this.#controller.signal).then(readEvents);
  }

  /** The next event that is no sign of life. */
  async next(): Promise<StreamEvent> {
    for (;;) {
      const { done, value } = await (await this.#events).next();
      if (done) throw new Error("the stream has ended");
      if (value.event !== "connected" && value.event !== "ping") return value;
    }
  }

  /** Reads until one of the values told is as wanted, and gives the whole list it came in. */
  async until<Item>(isWanted: (item: Item) => boolean): Promise<Item[]> {
    for (;;) {
      const { event, data } = await this.next();
      if (event !== "message") throw new Error(`the stream said ${event}: ${JSON.stringify(data)}`);
      const items: Item[] = data;
      if (items.some(isWanted)) return items;
    }
  }

  close(): void {
    this.#controller.abort();
  }
}

export function watch(browser: Browser, path: string, input: unknown = {}): News {
  const address = `/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`;
  return new News((signal) => browser.request(address, { signal, headers: { accept: "text/event-stream" } }));
}
