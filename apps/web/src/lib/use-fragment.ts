import { useSyncExternalStore } from "react";

/**
 * What stands behind the `#` of the address, where links from mails carry their word: no server and no log sees it.
 * Null on the server and while hydrating, empty when there is nothing.
 */
export function useFragment(): string | null {
  return useSyncExternalStore(subscribe, () => location.hash.slice(1), nothing);
}

function nothing(): null {
  return null;
}

function subscribe(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
}
