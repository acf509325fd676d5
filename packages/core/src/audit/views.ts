/** Something that staff or the system did. */
export interface AuditEntryView {
  id: string;
  at: string;
  /** `staff:acc_…`, `system:sweeper`. */
  actor: string;
  /** `noun.verb`, such as `product.update`. */
  action: string;
  subject: string;
  /** How it was before, and is now, as far as the act changed it. */
  before: unknown;
  after: unknown;
  requestId: string | null;
  /** Where staff did it from; cleared after 90 days. */
  address: string | null;
}
