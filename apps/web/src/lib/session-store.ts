import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
/** What this page wrote itself, for where the browser keeps nothing. */
const written = new Map<string, string | null>();

/** Text that a tab keeps over a reload; where that is forbidden, as long as the page lives. */
export const sessionStore = {
  read(name: string): string | null {
    try {
      return sessionStorage.getItem(name);
    } catch {
      return written.get(name) ?? null;
    }
  },
  write(name: string, text: string | null): void {
    written.set(name, text);
    try {
      if (text === null) sessionStorage.removeItem(name);
      else sessionStorage.setItem(name, text);
    } catch {
      // Full or forbidden: the page still has it.
    }
    for (const listener of listeners) listener();
  },
  /** Everything whose name begins like this. */
  forget(prefix: string): void {
    for (const name of [...written.keys(), ...storedNames()]) if (name.startsWith(prefix)) sessionStore.write(name, null);
  },
};

function storedNames(): string[] {
  try {
    return Object.keys(sessionStorage);
  } catch {
    return [];
  }
}

/** A kept text as state. While hydrating it is null, as on the server. */
export function useSessionText(name: string): string | null {
  return useSyncExternalStore(subscribe, () => sessionStore.read(name), noText);
}

function noText(): null {
  return null;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
