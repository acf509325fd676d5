import { accounts } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { onceByKey, recordAudit, requirePermission, type Context } from "../../kernel/index.ts";
import { permissionsOf } from "../account-view.ts";
import { revokeTokensOf } from "../api-tokens/revoke-api-token.ts";
import { endSessions } from "../end-sessions.ts";
import type { StaffInput } from "../schemas.ts";
import { endAccountTokens } from "../use-account-token.ts";
import { lockStaff, requireHolding, requireOtherAdmin } from "./staff-row.ts";

/**
 * Somebody works for the shop no more: their sessions and API tokens end, and their account is a customer's. One that was
 * never taken up is closed, so that its address is free. Errors: `staff.not_found`, `staff.last_admin`, `staff.permission_not_held`, `access.*`.
 */
export async function removeStaff(ctx: Context, input: StaffInput): Promise<{ id: string; email: string }> {
  requirePermission(ctx, "staff.write");
  return onceByKey(ctx, { procedure: "staff.remove", body: input }, async (ctx) => {
    const account = await lockStaff(ctx, input.staff);
    const { id, email, role } = account;
    const held = permissionsOf(account);
    requireHolding(ctx, held);
    if (role === "admin") await requireOtherAdmin(ctx, id);
    const now = ctx.clock.now();
    const wasTakenUp = account.passwordHash !== "" || account.emailVerifiedAt !== null;
    // Staff's addresses were given by who invited them: to customers that is as good as a confirmation.
    const after = wasTakenUp ? { emailVerifiedAt: account.emailVerifiedAt ?? now } : { archivedAt: now };
    await ctx.db.update(accounts).set({ role: "customer", permissions: null, ...after, updatedAt: now }).where(eq(accounts.id, id));
    await endSessions(ctx, id);
    await revokeTokensOf(ctx, id);
    await endAccountTokens(ctx, { accountId: id, kind: "invite" });
    await recordAudit(ctx, { action: "staff.remove", subject: id, before: { role, permissions: held } });
    return { id, email };
  });
}
