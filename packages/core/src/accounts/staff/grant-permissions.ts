import { accounts } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { permissions as all, onceByKey, recordAudit, requirePermission, type Context } from "../../kernel/index.ts";
import { permissionsOf } from "../account-view.ts";
import type { GrantPermissionsInput } from "../schemas.ts";
import type { StaffView } from "../views.ts";
import { getStaffView, lockStaff, requireHolding } from "./staff-row.ts";

/**
 * Adds to what a member of staff may do, from their next request on; or makes them an admin. An admin holds all already.
 * Errors: `staff.not_found`, `staff.permission_not_held`, `access.*`.
 */
export async function grantPermissions(ctx: Context, input: GrantPermissionsInput): Promise<StaffView> {
  const { staff, permissions = [], isAdmin } = input;
  requirePermission(ctx, "staff.write");
  requireHolding(ctx, isAdmin ? all : permissions);
  return onceByKey(ctx, { procedure: "staff.grant", body: input }, async (ctx) => {
    const account = await lockStaff(ctx, staff);
    if (account.role === "admin") return getStaffView(ctx, account.id);
    const held = permissionsOf(account);
    const after = isAdmin
      ? { role: "admin" as const, permissions: null }
      : { role: "staff" as const, permissions: all.filter((permission) => held.includes(permission) || permissions.includes(permission)) };
    await ctx.db.update(accounts).set({ ...after, updatedAt: ctx.clock.now() }).where(eq(accounts.id, account.id));
    await recordAudit(ctx, { action: "staff.grant", subject: account.id, before: { role: account.role, permissions: held }, after });
    return getStaffView(ctx, account.id);
  });
}
