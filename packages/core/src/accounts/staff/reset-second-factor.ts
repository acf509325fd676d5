import { DomainError, onceByKey, requirePermission, type Context } from "../../kernel/index.ts";
import { permissionsOf } from "../account-view.ts";
import { endSessions } from "../end-sessions.ts";
import { staffReasons, type StaffInput } from "../schemas.ts";
import { noteSecondFactor } from "../second-factor/note-second-factor.ts";
import { removeSecondFactor } from "../second-factor/turn-off-second-factor.ts";
import type { StaffView } from "../views.ts";
import { getStaffView, lockStaff, requireHolding } from "./staff-row.ts";

/**
 * For a member of staff who has lost device and recovery codes: back to the password alone, signed out everywhere.
 * Without a second factor nothing changes. Errors: `staff.not_found`, `staff.permission_not_held`, `staff.own_second_factor`, `access.*`.
 */
export async function resetSecondFactor(ctx: Context, input: StaffInput): Promise<StaffView> {
  requirePermission(ctx, "staff.write");
  return onceByKey(ctx, { procedure: "staff.resetSecondFactor", body: input }, async (ctx) => {
    const account = await lockStaff(ctx, input.staff);
    requireHolding(ctx, permissionsOf(account));
    // One's own goes by turnOffSecondFactor, which asks for password and code: a stolen session or token has neither.
    if (account.id === ctx.actor.id) throw new DomainError("conflict", staffReasons.ownSecondFactor, "Turn your own second factor off in your account, or ask another admin.");
    if (await removeSecondFactor(ctx, account.id)) {
      await endSessions(ctx, account.id);
      await noteSecondFactor(ctx, account, "account.second_factor_off");
    }
    return getStaffView(ctx, account.id);
  });
}
