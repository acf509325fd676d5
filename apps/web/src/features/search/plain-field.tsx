import { buttonClass } from "../../components/button-look.ts";
import { useNavigate } from "@tanstack/react-router";
import { readText } from "./product-search.ts";

/** A field without suggestions. */
export function PlainField({ q }: { q: string | undefined }) {
  const navigate = useNavigate();
  return (
    <form
      key={q}
      action="/search"
      onSubmit={(event) => {
        event.preventDefault();
        const text = readText(new FormData(event.currentTarget).get("q"));
        void navigate({ to: "/search", search: text ? { q: text } : {} });
      }}
      className="flex gap-2"
    >
      <input
        type="search"
        name="q"
        aria-label="Words to search for"
        defaultValue={q}
        maxLength={1_000}
        enterKeyHint="search"
        className="min-h-12 w-full min-w-0 rounded-md border border-edge bg-sheet px-3.5 text-base"
      />
      <button type="submit" className={buttonClass({})}>
        Search
      </button>
    </form>
  );
}
