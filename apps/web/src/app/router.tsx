import type { Client } from "../lib/trpc.ts";
import { parseSearch, stringifySearch } from "../lib/search-params.ts";
import type { Scheme } from "../lib/scheme.ts";
import { dehydrate, hydrate, type DehydratedState, type QueryClient } from "@tanstack/react-query";
import { createRouter } from "@tanstack/react-router";
import { createTRPCQueryUtils } from "@trpc/react-query";
import { ErrorPage } from "./error-page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { Providers } from "./providers.tsx";
import { PendingPage } from "./pending-page.tsx";
import { routeTree } from "./routes/index.ts";

export interface RouterParts {
  queryClient: QueryClient;
  client: Client;
  scheme: Scheme;
  requestId: string | null;
  origin: string;
  nonce?: string;
}

/** What the server hands over beside the markup; the cache travels as text, which parses fastest. */
interface Dehydrated {
  queries: string;
  scheme: Scheme;
  requestId: string | null;
  origin: string;
}

/** One router a page request on the server, one for good in the browser. */
export function createAppRouter(parts: RouterParts) {
  const { queryClient, client, nonce, ...facts } = parts;
  const router = createRouter({
    routeTree,
    parseSearch,
    stringifySearch,
    context: { ...facts, queryClient, client, api: createTRPCQueryUtils({ queryClient, client }) },
    defaultPreload: "intent",
    // The query cache decides what is fresh, not the router.
    defaultPreloadStaleTime: 0,
    defaultStructuralSharing: true,
    scrollRestoration: true,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultPendingComponent: PendingPage,
    defaultPendingMs: 300,
    ...(nonce ? { ssr: { nonce } } : {}),
    Wrap: ({ children }) => (
      <Providers client={client} queryClient={queryClient}>
        {children}
      </Providers>
    ),
    dehydrate: (): Dehydrated => ({ queries: JSON.stringify(dehydrate(queryClient)), ...facts }),
    hydrate: ({ queries, ...seen }: Dehydrated) => {
      hydrate(queryClient, JSON.parse(queries) as DehydratedState);
      Object.assign(router.options.context, seen);
    },
  });
  return router;
}

export type AppRouterInstance = ReturnType<typeof createAppRouter>;

declare module "@tanstack/react-router" {
  interface Register {
    router: AppRouterInstance;
  }
}
