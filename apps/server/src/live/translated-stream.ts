import { getTRPCErrorFromUnknown, type TRPCError } from "@trpc/server";

/** The same news; what goes wrong on the way is said as `translate` puts it. */
export function translatedStream<News>(news: AsyncIterable<News>, translate: (error: TRPCError) => TRPCError): AsyncIterableIterator<News> {
  const iterator = news[Symbol.asyncIterator]();
  return {
    next: () => {
      const next = iterator.next().catch((error: unknown) => {
        throw translate(getTRPCErrorFromUnknown(error));
      });
      // Whoever went away in between looks at it no more, and a failure that nobody looks at would end the server.
      next.catch(() => {});
      return next;
    },
    return: async () => (await iterator.return?.()) ?? { done: true, value: undefined },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
