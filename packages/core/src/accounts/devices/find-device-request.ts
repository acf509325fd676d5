import { deviceGrants } from "@cartwright/db";
import { and, eq, gt } from "drizzle-orm";
import { notFound, type Context } from "../../kernel/index.ts";
import { ownAccountId } from "../own-account.ts";
import type { DeviceCodeInput } from "../schemas.ts";
import type { DeviceRequestView } from "../views.ts";
import { shownCode } from "./begin-device-sign-in.ts";

/**
 * The command line that waits under a code, for whoever is signed in and has been shown it.
 * Errors: `device.not_found`, also when it was answered or has run out, `access.sign_in_required`.
 */
export async function findDeviceRequest(ctx: Context, { userCode }: DeviceCodeInput): Promise<DeviceRequestView> {
  ownAccountId(ctx);
  const [grant] = await ctx.db.select().from(deviceGrants).where(isWaiting(ctx, userCode));
  if (!grant) throw noSuchRequest(userCode);
  return { userCode: shownCode(userCode), device: grant.device, askedAt: grant.createdAt.toISOString(), expiresAt: grant.expiresAt.toISOString() };
}

export function isWaiting(ctx: Context, userCode: string) {
  return and(eq(deviceGrants.userCode, userCode), eq(deviceGrants.status, "pending"), gt(deviceGrants.expiresAt, ctx.clock.now()));
}

export function noSuchRequest(userCode: string): Error {
  return notFound("device", shownCode(userCode));
}
