import { onceByKey, requirePermission, type Context } from "../../kernel/index.ts";
import { permissionsOf } from "../account-view.ts";
import { endSessions } from "../end-sessions.ts";
import type { StaffInput } from "../schemas.ts";
import { noteSecondFactor } from "../second-factor/note-second-factor.ts";
import { removeSecondFactor } from "../second-factor/turn-off-second-factor.ts";
import type { StaffView } from "../views.ts";
import { getStaffView, lockStaff, requireHolding } from "./staff-row.ts";

/**
 * For a member of staff who has lost device and recovery codes: back to the password alone, signed out everywhere.
 * Without a second factor nothing changes. Errors: `staff.not_found`, `staff.permission_not_held`, `access.*`.
 */
export async function resetSecondFactor(ctx: Context, input: StaffInput): Promise<StaffView> {
  requirePermission(ctx, "staff.write");
  return onceByKey(ctx, { procedure: "staff.resetSecondFactor", body: input }, async (ctx) => {
    const account = await lockStaff(ctx, input.staff);
    requireHolding(ctx, permissionsOf(account));
    if (await removeSecondFactor(ctx, account.id)) {
      await endSessions(ctx, account.id);
      await noteSecondFactor(ctx, account, "account.second_factor_off");
    }
    return getStaffView(ctx, account.id);
  });
}
