import { listAuditEntries } from "@cartwright/core/audit";
import { ListAuditInput } from "@cartwright/core/audit/schemas";
import { router, staffWith } from "../trpc.ts";

export const auditRouter = router({
  /** What staff and the system did, the last act first. Errors: `page.bad_cursor`, `access.*`. */
  list: staffWith("audit.read").input(ListAuditInput).query(({ ctx, input }) => listAuditEntries(ctx.core, input)),
});
