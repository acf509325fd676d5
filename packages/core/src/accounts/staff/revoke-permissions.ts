import { accounts } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { onceByKey, recordAudit, requirePermission, type Context } from "../../kernel/index.ts";
import { permissionsOf } from "../account-view.ts";
import type { RevokePermissionsInput } from "../schemas.ts";
import type { StaffView } from "../views.ts";
import { getStaffView, lockStaff, requireHolding, requireOtherAdmin } from "./staff-row.ts";

/**
 * Takes from what a member of staff may do, from their next request on. An admin is one no more and keeps all but these.
 * Errors: `staff.not_found`, `staff.last_admin`, `staff.permission_not_held` when they hold more than who asks, `access.*`.
 */
export async function revokePermissions(ctx: Context, input: RevokePermissionsInput): Promise<StaffView> {
  const { staff, permissions } = input;
  requirePermission(ctx, "staff.write");
  return onceByKey(ctx, { procedure: "staff.revoke", body: input }, async (ctx) => {
    const account = await lockStaff(ctx, staff);
    const held = permissionsOf(account);
    requireHolding(ctx, held);
    if (account.role === "admin") await requireOtherAdmin(ctx, account.id);
    const after = { role: "staff" as const, permissions: held.filter((permission) => !permissions.includes(permission)) };
    await ctx.db.update(accounts).set({ ...after, updatedAt: ctx.clock.now() }).where(eq(accounts.id, account.id));
    await recordAudit(ctx, { action: "staff.revoke", subject: account.id, before: { role: account.role, permissions: held }, after });
    return getStaffView(ctx, account.id);
  });
}
