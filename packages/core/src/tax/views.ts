export interface TaxRateView {
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** What the country calls the tax. */
  name: string;
  rateBasisPoints: number;
}
