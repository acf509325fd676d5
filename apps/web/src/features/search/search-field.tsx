import { SearchIcon } from "../../components/icons.tsx";
import { classNames } from "../../lib/class-names.ts";
import { useRouter } from "@tanstack/react-router";
import { useId, useState, type FocusEvent, type FormEvent, type ReactNode } from "react";
import { readText } from "./product-search.ts";
import { SuggestionList } from "./suggestion-list.tsx";
import { useCombobox } from "./use-combobox.ts";
import { useFieldText } from "./use-field-text.ts";
import { useShownQuery } from "./use-shown-query.ts";
import { useSuggestions } from "./use-suggestions.ts";

interface SearchFieldProps {
  /** The list lies over the page instead of filling what is below. */
  hasPopup: boolean;
  /** Beside the field. */
  aside?: ReactNode;
  /** Something was chosen, or the words were sent. */
  onDone?: () => void;
}

/** What is searched for, with suggestions. Without JavaScript it is a plain form. */
export function SearchField({ hasPopup, aside, onDone }: SearchFieldProps) {
  const listId = useId();
  const router = useRouter();
  const shownQuery = useShownQuery();
  const { ref, read, write } = useFieldText(shownQuery);
  const [typed, setTyped] = useState("");
  const { groups, isCurrent, isFailed } = useSuggestions(typed);
  const box = useCombobox({
    listId,
    count: groups?.count ?? 0,
    hasText: () => read().trim() !== "",
    onWake: () => setTyped(read()),
  });

  const finish = () => {
    box.close();
    setTyped("");
    write(shownQuery);
    onDone?.();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const q = readText(read());
    finish();
    write(q ?? "");
    void router.navigate({ to: "/search", search: q ? { q } : {} });
  };
  const leave = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) box.close();
  };
  return (
    <search onBlur={hasPopup ? leave : undefined} className={classNames("relative block", !hasPopup && "flex min-h-0 flex-1 flex-col")}>
      <form action="/search" onSubmit={submit} className="flex items-center gap-2">
        <div className="relative flex-1">
          <input
            ref={ref}
            type="search"
            name="q"
            aria-label="Search the shop"
            placeholder="Search"
            defaultValue={shownQuery}
            maxLength={1_000}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="search"
            // The code of the page with the result, and nothing of its contents.
            onFocus={() => void router.preloadRoute({ to: "/search" })}
            onChange={(event) => {
              setTyped(event.target.value);
              box.open(-1);
            }}
            {...box.attributes}
            className="min-h-11 w-full rounded-md border border-edge bg-sheet pr-12 pl-3.5 text-base placeholder:text-soft"
          />
          <button type="submit" aria-label="Search" className="absolute inset-y-0 right-0 grid w-11 place-items-center text-soft hover:text-ink">
            <SearchIcon />
          </button>
        </div>
        {aside}
      </form>
      <div
        id={listId}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a datalist has no pictures, and nothing that can be followed
        role="listbox"
        tabIndex={-1}
        aria-label="Suggestions"
        hidden={!box.isShown}
        // The focus stays in the field.
        onMouseDown={(event) => event.preventDefault()}
        className={classNames(
          "bg-sheet",
          hasPopup
            ? "absolute inset-x-0 top-full z-40 mt-1.5 max-h-[min(38rem,75dvh)] min-w-96 overflow-y-auto rounded-md border border-edge shadow-lg"
            : "-mx-5 mt-3 flex-1 overflow-y-auto overscroll-contain border-t border-line",
        )}
      >
        {box.isShown && groups && <SuggestionList id={listId} groups={groups} active={box.active} onChoose={finish} />}
      </div>
      <output className="sr-only">{typed.trim() === "" ? "" : isFailed ? "Suggestions are not there just now." : isCurrent ? countSaid(groups?.count ?? 0) : ""}</output>
    </search>
  );
}

function countSaid(count: number): string {
  if (count === 0) return "No suggestions.";
  return `${count === 1 ? "1 suggestion" : `${count} suggestions`}, to be walked through with the arrow keys.`;
}
