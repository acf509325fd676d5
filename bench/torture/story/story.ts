import type { Client, Answer } from "./client.ts";
import type { StoryLog } from "./log.ts";
import type { Plan } from "../plan/plan.ts";

/** A call that was sent under a key, with everything that was ever answered to it. */
export interface KeyedCall {
  client: Client;
  procedure: string;
  input: Record<string, unknown>;
  answers: Answer[];
  /** The last word on it; null when nobody ever gave one. */
  final: Answer | null;
  /** What the key answered to another body, when it was tried. */
  otherBody: Answer | null;
}

/** What happens in one seed, and what everybody in it was told. */
export interface Story {
  plan: Plan;
  /** Begins every e-mail address of the story's buyers. */
  prefix: string;
  log: StoryLog;
  goods: { productId: string; variantId: string }[];
  /** Of the goods. */
  variantIds: string[];
  calls: KeyedCall[];
  /** Promises that an actor saw broken with its own eyes. */
  seen: { promise: string; what: string }[];
  /** Sign-ins that brought two carts together. */
  merges: number;
  /** What staff sent from one location to the other, by id. */
  transfers: string[];
  /** Returns that staff opened, by id. */
  returns: string[];
  /** Orders that somebody was told of, by number. */
  orderNumbers: number[];
}
