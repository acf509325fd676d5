import { once } from "node:events";
import { startNode, stop } from "../../run/child.ts";
import type { BenchDatabase } from "../../run/database.ts";
import type { SearchAnswer } from "./search-procedure.ts";
import type { SearchUnderTest } from "./search-under-test.ts";

/** The words that start the process which fills a shop and its index. */
export function fillWords(importFile: string | null): string[] {
  return ["--import", "tsx", "bench/search/run/core-shop.ts", ...(importFile === null ? [] : ["--import", importFile])];
}

/** The search of core itself, without server and HTTP: quicker while tuning, and the same answers. */
export class CoreSearch implements SearchUnderTest {
  readonly answeredBy = new Map<string, number>();

  private constructor(private readonly child: ReturnType<typeof startNode>) {}

  static async open(database: BenchDatabase, importFile: string | null): Promise<CoreSearch> {
    const child = startNode([...fillWords(importFile), "--answer"], { DATABASE_URL: database.url }, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    const search = new CoreSearch(child);
    await search.next();
    return search;
  }

  async search(text: string): Promise<string[]> {
    this.child.send(text);
    const { slugs, engine } = (await this.next()) as SearchAnswer; // It answers nothing else.
    if (engine !== null) this.answeredBy.set(engine, (this.answeredBy.get(engine) ?? 0) + 1);
    return slugs;
  }

  close(): Promise<void> {
    return stop(this.child);
  }

  /** Errors: the process has ended. */
  private async next(): Promise<unknown> {
    const given = new AbortController();
    const gone = once(this.child, "exit", { signal: given.signal }).then(([code]) => {
      throw new Error(`the shop's process ended with ${code}`);
    });
    gone.catch(() => {});
    try {
      const [message] = (await Promise.race([once(this.child, "message", { signal: given.signal }), gone])) as unknown[];
      return message;
    } finally {
      given.abort();
    }
  }
}
