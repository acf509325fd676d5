/** What shoppers searched for in a period, and what came of it. All days are in UTC, both ends included. */
export interface SearchReportView {
  sinceOn: string;
  untilOn: string;
  /** The period of the same length before it, which `rising` compares with. */
  before: { sinceOn: string; untilOn: string };
  totals: SearchTotalsView;
  /** Most frequent first. */
  top: TopQueryView[];
  /** By how many searches more they have than in the period before. */
  rising: { query: string; searches: number; before: number }[];
  /** Nothing had all of their words. Queries that are led to a page are left out. */
  withoutResults: { query: string; searches: number; withoutResults: number; partial: number }[];
  /** The first ten places, and all behind them as one whose `position` is null. */
  positions: PositionView[];
  /** Products that were bought after a search had led to them, most frequent first. */
  purchases: { query: string; product: { id: string; slug: string; title: string }; purchases: number; units: number }[];
}

export interface SearchTotalsView {
  searches: number;
  /** Different ones. */
  queries: number;
  withoutResults: number;
  /** Answered by what has most of the words. */
  partial: number;
  /** In which something was taken for a typing error. */
  corrected: number;
  /** Searches from which a product was opened. */
  clicked: number;
  /** Products that were bought after a search had led to them, and how many units. */
  purchases: number;
  units: number;
}

export interface TopQueryView {
  query: string;
  searches: number;
  /** How many products its searches found, on average, rounded. */
  results: number;
  clicked: number;
  purchases: number;
}

export interface PositionView {
  /** From 0. */
  position: number | null;
  /** Searches that had a product there; null behind the tenth place, where nobody knows how far they looked. */
  shown: number | null;
  clicks: number;
}
