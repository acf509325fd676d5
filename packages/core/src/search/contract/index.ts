export { describeSearchEngine, type ContractWish } from "./describe-search-engine.ts";
export type { ContractRun, Difference } from "./contract-shop.ts";
