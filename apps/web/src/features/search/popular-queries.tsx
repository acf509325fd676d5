import { trpc } from "../../lib/trpc.ts";
import { Link } from "@tanstack/react-router";

/** What others search for, with success. */
export function PopularQueries() {
  const { data: queries = [] } = trpc.search.popular.useQuery();
  if (queries.length === 0) return null;
  return (
    <section aria-labelledby="popular-queries" className="space-y-3">
      <h2 id="popular-queries" className="text-xl">Others search for</h2>
      <ul className="flex flex-wrap gap-2">
        {queries.map(({ text }) => (
          <li key={text}>
            <Link to="/search" search={{ q: text }} className="inline-flex min-h-9 items-center rounded-full bg-ground px-3.5 py-1 text-sm hover:bg-line">
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
