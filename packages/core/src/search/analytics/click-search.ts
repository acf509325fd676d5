import type { Context } from "../../kernel/index.ts";
import type { ClickSearchInput } from "./schemas.ts";

/**
 * A shopper opened a product from a search. Counted once for each product of a search, if the shop really gave out its id;
 * `isNoted` is false where nothing is counted just now.
 */
export function clickSearch(ctx: Context, click: ClickSearchInput): { isNoted: boolean } {
  const isNoted = ctx.ports.searchLog?.addClick({ ...click, at: ctx.clock.now(), hasWaited: false }) ?? false;
  return { isNoted };
}
