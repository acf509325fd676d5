import type { Api, Client } from "../lib/trpc.ts";
import type { Scheme } from "../lib/scheme.ts";
import type { QueryClient } from "@tanstack/react-query";

/** What every loader is given. */
export interface RouterContext {
  api: Api;
  client: Client;
  queryClient: QueryClient;
  scheme: Scheme;
  /** Of the page request, to quote when something went wrong. */
  requestId: string | null;
  /** The shop's public address, for canonical links. */
  origin: string;
}
