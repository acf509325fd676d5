import { trpc } from "../../lib/trpc.ts";
import { keepPreviousData } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { suggestedProducts, suggestionGroups, type SuggestionGroups } from "./suggestion-options.ts";

const pauseMilliseconds = 120;

interface SuggestionState {
  /** Null while there is nothing to suggest for. */
  groups: SuggestionGroups | null;
  /** Whether they are those of the text as it stands. */
  isCurrent: boolean;
  isFailed: boolean;
}

/** Suggestions for what is being typed. It is asked for in the pauses, and an answer that comes too late is not waited for. */
export function useSuggestions(text: string): SuggestionState {
  const asked = usePaused(text.trim());
  const answer = trpc.search.suggest.useQuery(
    { text: asked, limit: suggestedProducts },
    // What stands there stays until there is better.
    { enabled: asked !== "" && text !== "", placeholderData: keepPreviousData, retry: false, trpc: { abortOnUnmount: true } },
  );
  const data = text.trim() === "" ? undefined : answer.data;
  const groups = useMemo(() => (data ? suggestionGroups(data) : null), [data]);
  return { groups, isCurrent: asked === text.trim() && answer.isSuccess && !answer.isPlaceholderData, isFailed: answer.isError };
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [text]);
  return text === "" ? "" : paused;
}
