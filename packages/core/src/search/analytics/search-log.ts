import { newId } from "../../kernel/index.ts";

/** A search that is to be counted. */
export interface CountedSearch {
  id: string;
  /** In its normal form. */
  query: string;
  /** As it was typed, without what could be anything but words. */
  shown: string;
  results: number;
  isPartial: boolean;
  isCorrected: boolean;
  engine: string;
  at: Date;
}

export interface CountedClick {
  queryId: string;
  productId: string;
  /** From 0. */
  position: number;
  at: Date;
  /** It was there at the last writing already, and its search was not: another server has yet to write that one. */
  hasWaited: boolean;
}

declare module "../../kernel/context.ts" {
  interface Ports {
    /** Where searches are counted; without it they are not. */
    searchLog?: SearchLog;
  }
}

const mostWaiting = 10_000;
const mostRemembered = 20_000;
/** Who searches for the same again within this time is looking at the same search. */
const sameSearchMilliseconds = 30 * 60_000;

/**
 * News of searches on their way into the database, in the memory of one server: nobody waits for them. Those that find
 * no room are lost, and so is what a server has here when it dies.
 */
export class SearchLog {
  #searches: CountedSearch[] = [];
  #clicks: CountedClick[] = [];
  /** Ids of searches by who made them and for what, oldest first. Never written anywhere. */
  readonly #recent = new Map<string, { id: string; until: number }>();

  /** The id of the search: that of the same visitor's same search of a moment ago, or a new one. Null when there is no room. */
  addSearch(search: Omit<CountedSearch, "id">, visitor: string | null): string | null {
    const who = visitor === null ? null : `${visitor}\n${search.query}`;
    const known = who === null ? undefined : this.#recent.get(who);
    if (known && known.until > search.at.getTime()) return known.id;
    if (this.#searches.length >= mostWaiting) return null;
    const id = newId("sqr");
    this.#searches.push({ ...search, id });
    if (who !== null) this.#remember(who, { id, until: search.at.getTime() + sameSearchMilliseconds });
    return id;
  }

  /** False when there is no room. */
  addClick(click: CountedClick): boolean {
    if (this.#clicks.length >= mostWaiting) return false;
    this.#clicks.push(click);
    return true;
  }

  /** All that waits, which waits here no more. */
  take(): { searches: CountedSearch[]; clicks: CountedClick[] } {
    const taken = { searches: this.#searches, clicks: this.#clicks };
    this.#searches = [];
    this.#clicks = [];
    return taken;
  }

  #remember(who: string, search: { id: string; until: number }): void {
    this.#recent.delete(who);
    this.#recent.set(who, search);
    for (const [oldest] of this.#recent) {
      if (this.#recent.size <= mostRemembered) return;
      this.#recent.delete(oldest);
    }
  }
}
