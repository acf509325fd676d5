import { accounts, deviceGrants, inTransaction, lockRow } from "@cartwright/db";
import { and, eq, isNull } from "drizzle-orm";
import { DomainError, hashToken, type Context } from "../../kernel/index.ts";
import { openSession } from "../open-session.ts";
import { devicePollSeconds, deviceReasons, type PollDeviceInput } from "../schemas.ts";
import { findTotp } from "../second-factor/totp.ts";
import type { DevicePollView, SessionView } from "../views.ts";

type Grant = typeof deviceGrants.$inferSelect;

/**
 * Whether somebody has said yes: `pending`, `slow_down` when it was asked too soon (wait five seconds longer from now on),
 * or `signed_in` with a session, once. Errors: `device.denied`, `device.expired`, also for a code that means nothing.
 */
export async function pollDeviceSignIn(ctx: Context, { deviceCode }: PollDeviceInput): Promise<DevicePollView> {
  return inTransaction(ctx, async (ctx): Promise<DevicePollView> => {
    const [grant] = await lockRow(ctx.db.select().from(deviceGrants).where(eq(deviceGrants.deviceHash, hashToken(deviceCode))));
    const now = ctx.clock.now();
    if (!grant || grant.expiresAt <= now || grant.status === "redeemed") throw new DomainError("forbidden", deviceReasons.expired, "The code has run out. Begin again.");
    if (grant.status === "denied") throw new DomainError("forbidden", deviceReasons.denied, "The sign-in was refused in the browser.");
    const sincePoll = grant.polledAt ? now.getTime() - grant.polledAt.getTime() : Infinity;
    const isApproved = grant.status === "approved";
    await ctx.db
      .update(deviceGrants)
      .set(isApproved ? { status: "redeemed" } : { polledAt: now })
      .where(eq(deviceGrants.id, grant.id));
    if (isApproved) return { status: "signed_in", session: await openGranted(ctx, grant) };
    return { status: sincePoll < devicePollSeconds * 1_000 ? "slow_down" : "pending" };
  });
}

/** Whoever said yes was signed in with all their factors. */
async function openGranted(ctx: Context, { accountId, device }: Grant): Promise<SessionView> {
  const [account] = await ctx.db.select().from(accounts).where(and(eq(accounts.id, accountId ?? ""), isNull(accounts.archivedAt)));
  if (!account) throw new DomainError("forbidden", deviceReasons.expired, "The account is gone. Begin again.");
  const hasSecondFactor = (await findTotp(ctx, account.id)) !== null;
  return openSession(ctx, { ...account, hasSecondFactor }, { kind: "cli", name: device });
}
