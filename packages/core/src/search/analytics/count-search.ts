import type { Context } from "../../kernel/index.ts";
import type { SearchProductsInput } from "../schemas.ts";
import { countableText } from "./countable-text.ts";

/** Who searches, as far as counting has to know. */
export interface SearchVisitor {
  /** Tells visitors apart while they search, and is never written down. Null when nothing does. */
  key: string | null;
  /** A program that says what it is. */
  isBot: boolean;
}

/** What came of a search. */
export interface SearchOutcome {
  results: number;
  isPartial: boolean;
  isCorrected: boolean;
  engine: string;
}

/**
 * Puts a shopper's search among those to be counted, and returns its id. Null for what is not counted: staff and bots,
 * further pages, other orders and chosen filters, and texts that are not kept.
 */
export function countSearch(ctx: Context, input: SearchProductsInput, { visitor, outcome }: { visitor: SearchVisitor; outcome: SearchOutcome }): string | null {
  const { searchLog } = ctx.ports;
  const isShopper = ctx.actor.kind === "anonymous" || ctx.actor.kind === "customer";
  if (!searchLog || !isShopper || visitor.isBot || !isFirstLook(input)) return null;
  const text = countableText(input.text);
  return text && searchLog.addSearch({ ...text, ...outcome, at: ctx.clock.now() }, visitor.key);
}

function isFirstLook({ page, sort, category, brands, attributes, priceMinMinor, priceMaxMinor, inStock }: SearchProductsInput): boolean {
  const isChosen = category || brands?.length || attributes?.length || priceMinMinor !== undefined || priceMaxMinor !== undefined || inStock;
  return page === 1 && sort === "relevance" && !isChosen;
}
