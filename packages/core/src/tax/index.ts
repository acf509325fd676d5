export { findTaxRate } from "./find-tax-rate.ts";
export { setTaxRate } from "./set-tax-rate.ts";
export { taxOn } from "./tax-on.ts";
