import { apiUrl } from "../lib/api-url.ts";
import { readError } from "../lib/api-error.ts";
import { keyedMutations, keyHeader } from "../lib/keyed-mutations.ts";
import { trpc } from "../lib/trpc.ts";
import { QueryClient } from "@tanstack/react-query";
import { httpBatchLink, httpLink, httpSubscriptionLink, splitLink } from "@trpc/client";

const freshMilliseconds = 60_000;

/** The browser's client: reads travel together, each change alone and under a key, news in a stream. */
export function createBrowserClient() {
  return trpc.createClient({
    links: [
      ...keyedMutations(),
      splitLink({
        condition: (operation) => operation.type === "mutation",
        true: httpLink({ url: apiUrl, headers: ({ op }) => keyHeader(op) }),
        false: splitLink({
          condition: (operation) => operation.type === "subscription",
          true: httpSubscriptionLink({ url: apiUrl }),
          false: httpBatchLink({ url: apiUrl, maxURLLength: 4_000, maxItems: 20 }),
        }),
      }),
    ],
  });
}

/** What came with the page counts as fresh, so that hydration fetches nothing again. */
export function createQueryClient({ isServer }: { isServer: boolean }): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: freshMilliseconds,
        ...(isServer ? { retry: false, gcTime: Infinity } : { retry: shouldRetry }),
      },
      mutations: { retry: false },
    },
  });
}

function shouldRetry(failures: number, error: unknown): boolean {
  const { httpStatus } = readError(error);
  return failures < 2 && (httpStatus === 0 || httpStatus >= 500);
}
