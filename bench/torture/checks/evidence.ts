import type { BookedCharge } from "../gateway/book.ts";
import type { Story } from "../story/story.ts";
import type { Sql } from "../world/sql.ts";
import type { Scope } from "./scope.ts";

/** What a promise is held against: the database, and for a story what the bank did and what everybody was told. */
export interface Evidence {
  sql: Sql;
  orders: Scope;
  variants: Scope;
  coupons: Scope;
  /** Null when the whole database is looked at. */
  told: {
    story: Story;
    book: BookedCharge[];
    handled: Handling[];
    /** Orders that the shop's own rebuild from their events makes differently. */
    rebuilt: { number: number; differences: unknown[] }[];
  } | null;
}

/** What the servers wrote down of the handling of an event. */
export interface Handling {
  id: string;
  what: "begins" | "ends" | "fails";
  at: number;
  pid: number;
  /** Of what begins: until when the worker had it, by the shop's clock; null when it had lost it. */
  leaseUntil?: number | null;
  /** It had lost it to somebody else before a lease could have been over. */
  isStolen?: boolean;
}

/** What was looked at, and in words what was found broken. */
export interface Finding {
  looked: number;
  broken: string[];
}

export interface Promised {
  name: string;
  says: string;
  check: (evidence: Evidence) => Promise<Finding>;
}
