import { useMemo } from "react";
import { sessionStore, useSessionText } from "./session-store.ts";

const prefix = "cartwright.draft.";

/** Fields of a form, all of them text, kept in the tab while they are typed: a reload loses nothing. Never a password. */
export function useDraft<T extends Record<keyof T, string>>(name: string, initial: T): [T, (changes: Partial<T>) => void] {
  const text = useSessionText(prefix + name);
  const kept = useMemo(() => parseDraft(text), [text]);
  const draft = { ...initial, ...kept };
  const change = (changes: Partial<T>) => sessionStore.write(prefix + name, JSON.stringify({ ...draft, ...changes }));
  return [draft, change];
}

/** Starts a form with what is known from elsewhere. */
export function keepDraft(name: string, fields: Record<string, string>): void {
  sessionStore.write(prefix + name, JSON.stringify(fields));
}

/** Those whose names begin like this: when something is done, the next one starts from what the server knows. */
export function forgetDrafts(names: string): void {
  sessionStore.forget(prefix + names);
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
