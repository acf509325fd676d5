/** Payments whose end is not known, or not known for sure. */
export interface UnsettledPaymentsView {
  /** Their gateway has not told what became of them: their orders are pending and keep their stock. */
  waitingCount: number;
  /** Since when the oldest of them waits; null when none does. */
  waitingSince: string | null;
  /** They came to nothing as far as we know, and their gateway is asked again whether it took money after all. */
  checkCount: number;
}
