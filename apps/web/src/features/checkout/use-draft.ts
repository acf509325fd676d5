import { sessionStore } from "../../lib/session-store.ts";
import { useCallback, useEffect, useState } from "react";

const prefix = "cartwright.checkout.";

/** Fields of a form, all of them text, kept in the tab while they are typed: a reload loses nothing. */
export function useDraft<T extends Record<keyof T, string>>(name: string, initial: T): [T, (changes: Partial<T>) => void] {
  const [draft, setDraft] = useState(initial);
  useEffect(() => {
    // After hydration: the server could not know.
    const kept = readDraft(name);
    if (kept) setDraft((current) => ({ ...current, ...kept }));
  }, [name]);
  const change = useCallback(
    (changes: Partial<T>) =>
      setDraft((current) => {
        const next = { ...current, ...changes };
        sessionStore.write(prefix + name, JSON.stringify(next));
        return next;
      }),
    [name],
  );
  return [draft, change];
}

/** When the order is placed: the next one starts from what the server knows. */
export function forgetDrafts(names: readonly string[]): void {
  for (const name of names) sessionStore.remove(prefix + name);
}

function readDraft(name: string): Record<string, string> | null {
  const text = sessionStore.read(prefix + name);
  if (!text) return null;
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== "object" || kept === null) return null;
    return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
  } catch {
    return null;
  }
}
