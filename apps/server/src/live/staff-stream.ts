import type { OpenStream } from "./open-streams.ts";

/** Follows until the client goes or the server stops, and counts as open as long. */
export async function* staffStream<News>(open: OpenStream, follow: (signal: AbortSignal) => AsyncGenerator<News>): AsyncGenerator<News> {
  try {
    yield* follow(open.signal);
  } finally {
    open.close();
  }
}
