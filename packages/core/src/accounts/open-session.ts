import type { SessionKind } from "@cartwright/db/constants/accounts";
import { systemClock, type Context } from "../kernel/index.ts";
import { accountView } from "./account-view.ts";
import { luciaOf } from "./lucia.ts";
import { newSessionToken } from "./session-token.ts";
import { underSecondFactorRule } from "./second-factor/second-factor-rule.ts";
import type { SessionView } from "./views.ts";

/** What somebody signs in with, as they will know it again in the list of their sessions. */
export interface SessionDevice {
  kind: SessionKind;
  /** Such as "Firefox on Windows"; null when it did not say. */
  name: string | null;
}

export const unknownDevice: SessionDevice = { kind: "browser", name: null };

/** A new session for an account whose owner has just shown who they are. The token is told this once. */
export async function openSession(ctx: Context, account: Parameters<typeof accountView>[0], device: SessionDevice): Promise<SessionView> {
  // lucia reads the system's clock, and a session's times are held against each other.
  const now = systemClock.now();
  const attributes = { kind: device.kind, device: device.name, createdAt: now, seenAt: now, confirmedAt: now };
  const session = await luciaOf(ctx.db).createSession(account.id, attributes, { sessionId: newSessionToken() });
  return { token: session.id, expiresAt: session.expiresAt.toISOString(), account: underSecondFactorRule(ctx.shop, accountView(account)) };
}
