import { sessionStore } from "../../lib/session-store.ts";
import { useEffect } from "react";

const name = "search.query";

interface Kept {
  text: string;
  queryId: string;
}

/** The id under which a search is counted. Its further pages, filters and orders have none of their own: they go with the one it began with. */
export function useQueryId(text: string, given: string | null): () => string | null {
  useEffect(() => {
    if (given) sessionStore.write(name, JSON.stringify({ text, queryId: given } satisfies Kept));
  }, [text, given]);
  return () => given ?? readKept(text);
}

function readKept(text: string): string | null {
  try {
    // Written above, by this or an earlier version.
    const kept = JSON.parse(sessionStore.read(name) ?? "null") as Kept | null;
    return kept?.text === text ? kept.queryId : null;
  } catch {
    return null;
  }
}
