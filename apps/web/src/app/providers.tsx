import { Announcer } from "../components/announcer.tsx";
import { trpc, type Client } from "../lib/trpc.ts";
import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";

interface ProvidersProps {
  client: Client;
  queryClient: QueryClient;
  children: ReactNode;
}

export function Providers({ client, queryClient, children }: ProvidersProps) {
  return (
    <trpc.Provider client={client} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>
        <Announcer>{children}</Announcer>
      </QueryClientProvider>
    </trpc.Provider>
  );
}
