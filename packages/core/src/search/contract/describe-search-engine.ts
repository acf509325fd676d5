import { beforeAll, describe } from "vitest";
import { ContractShop, type ContractRun, type Difference } from "./contract-shop.ts";
import { describeFilters } from "./describe-filters.ts";
import { describeIndex } from "./describe-index.ts";
import { describeQueries } from "./describe-query.ts";
import { describeRanking } from "./describe-ranking.ts";
import { describeRules } from "./describe-rules.ts";
import { describeSuggestions } from "./describe-suggestions.ts";

export interface ContractWish {
  name: string;
  /** Called while tests run: an empty database, and the engine with nothing in it. */
  open: () => ContractRun;
  /** In what the engine openly differs. */
  differences?: readonly Difference[];
}

/** Everything that every engine does alike. */
export function describeSearchEngine({ name, open, differences = [] }: ContractWish): void {
  describe(`the search engine ${name}`, () => {
    const shop = new ContractShop(open);
    beforeAll(() => shop.fill());
    describeQueries(shop, differences);
    describeRanking(shop);
    describeFilters(shop);
    describeRules(shop);
    describeSuggestions(shop);
    describeIndex(shop);
  });
}
