import { z } from "zod";
import { ZonedMoment } from "../kernel/moment.ts";
import { PageInput } from "../kernel/page.ts";

/** An address for longer than this is nobody's business any more. */
export const auditAddressDays = 90;

export const ListAuditInput = PageInput.extend({
  /** As entries name it: `staff:acc_…`, `system:sweeper`. */
  actor: z.string().trim().min(1).max(200).optional(),
  /** What it was done to, such as an order's id. */
  subject: z.string().trim().min(1).max(200).optional(),
  /** `noun.verb`, such as `product.update`; with a dot at its end every verb of a noun. */
  action: z.string().trim().min(1).max(100).optional(),
  since: ZonedMoment.optional(),
  /** Up to, and not at, this moment. */
  until: ZonedMoment.optional(),
});
export type ListAuditInput = z.infer<typeof ListAuditInput>;
