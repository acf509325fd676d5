import { sessionStore, useSessionText } from "../../lib/session-store.ts";
import { useMemo } from "react";

const prefix = "cartwright.checkout.";

/** Fields of a form, all of them text, kept in the tab while they are typed: a reload loses nothing. */
export function useDraft<T extends Record<keyof T, string>>(name: string, initial: T): [T, (changes: Partial<T>) => void] {
  const text = useSessionText(prefix + name);
  const kept = useMemo(() => parseDraft(text), [text]);
  const draft = { ...initial, ...kept };
  const change = (changes: Partial<T>) => sessionStore.write(prefix + name, JSON.stringify({ ...draft, ...changes }));
  return [draft, change];
}

/** When the order is placed: the next one starts from what the server knows. */
export function forgetDrafts(names: readonly string[]): void {
  for (const name of names) sessionStore.write(prefix + name, null);
}

function parseDraft(text: string | null): Record<string, string> {
  if (!text) return {};
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== "object" || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
  } catch {
    return {};
  }
}
