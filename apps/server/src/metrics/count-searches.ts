import type { SearchEngine, SearchPort } from "@cartwright/core/search";

type Role = "main" | "fallback";
type Count = (role: Role, outcome: "answered" | "failed") => void;

/** The same engines; each answer and each failure is counted. */
export function countSearches({ main, fallback }: SearchPort, count: Count): SearchPort {
  return { main: counted(main, "main", count), ...(fallback ? { fallback: counted(fallback, "fallback", count) } : {}) };
}

function counted(engine: SearchEngine, role: Role, count: Count): SearchEngine {
  const watch = async <Answer>(asked: Promise<Answer>): Promise<Answer> => {
    try {
      const answer = await asked;
      count(role, "answered");
      return answer;
    } catch (error) {
      count(role, "failed");
      throw error;
    }
  };
  const overrides: Pick<SearchEngine, "search" | "suggest"> = {
    search: (ctx, query) => watch(engine.search(ctx, query)),
    suggest: (ctx, query) => watch(engine.suggest(ctx, query)),
  };
  // All else, what it inherits and keeps to itself too, is asked of the engine itself.
  return new Proxy(engine, {
    get(target, name) {
      if (name === "search" || name === "suggest") return overrides[name];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}
