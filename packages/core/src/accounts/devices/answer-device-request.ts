import { deviceGrants, inTransaction } from "@cartwright/db";
import { recordAudit, type Context } from "../../kernel/index.ts";
import { ownAccountId } from "../own-account.ts";
import type { AnswerDeviceInput } from "../schemas.ts";
import { isWaiting, noSuchRequest } from "./find-device-request.ts";

/**
 * Says yes or no to the command line that waits under a code; with yes it is signed in as who says it.
 * Errors: `device.not_found`, `access.sign_in_required`.
 */
export async function answerDeviceRequest(ctx: Context, { userCode, isApproved }: AnswerDeviceInput): Promise<void> {
  const accountId = ownAccountId(ctx);
  await inTransaction(ctx, async (ctx) => {
    const status = isApproved ? ("approved" as const) : ("denied" as const);
    const answered = await ctx.db.update(deviceGrants).set({ status, accountId }).where(isWaiting(ctx, userCode)).returning({ id: deviceGrants.id });
    const [grant] = answered;
    if (!grant) throw noSuchRequest(userCode);
    if (ctx.actor.kind === "staff") await recordAudit(ctx, { action: isApproved ? "device.approve" : "device.deny", subject: accountId, after: { grant: grant.id } });
  });
}
