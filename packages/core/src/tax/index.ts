export { findTaxRate } from "./find-tax-rate.ts";
export { listTaxRates } from "./list-tax-rates.ts";
export { removeTaxRate } from "./remove-tax-rate.ts";
export { setTaxRate } from "./set-tax-rate.ts";
export { taxOn } from "./tax-on.ts";
export type * from "./views.ts";
