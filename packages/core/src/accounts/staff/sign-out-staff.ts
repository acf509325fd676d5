import { onceByKey, recordAudit, requirePermission, type Context } from "../../kernel/index.ts";
import { permissionsOf } from "../account-view.ts";
import { endSessions } from "../end-sessions.ts";
import type { StaffInput } from "../schemas.ts";
import { lockStaff, requireHolding } from "./staff-row.ts";

/**
 * Signs one of the staff out everywhere, as when a device was lost; API tokens go on, see revokeApiToken. Returns how many
 * sessions ended. Errors: `staff.not_found`, `staff.permission_not_held`, `access.*`.
 */
export async function signOutStaff(ctx: Context, input: StaffInput): Promise<{ ended: number }> {
  requirePermission(ctx, "staff.write");
  return onceByKey(ctx, { procedure: "staff.signOut", body: input }, async (ctx) => {
    const account = await lockStaff(ctx, input.staff);
    requireHolding(ctx, permissionsOf(account));
    const ended = await endSessions(ctx, account.id);
    await recordAudit(ctx, { action: "staff.sign_out", subject: account.id, after: { ended } });
    return { ended };
  });
}
