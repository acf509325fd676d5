import { sessions, type Db } from "@cartwright/db";
import type { AccountRole } from "@cartwright/db/constants/accounts";
import { eq } from "drizzle-orm";
import { hashToken, systemClock } from "../kernel/index.ts";
import { accountView } from "./account-view.ts";
import { longestSessionDays, luciaOf } from "./lucia.ts";
import { isSessionToken } from "./session-token.ts";
import type { AccountView } from "./views.ts";

export interface FoundSession {
  account: AccountView;
  expiresAt: Date;
  /** Its end was moved on by this visit: send the cookie anew. */
  isRenewed: boolean;
}

/**
 * Who a session's token belongs to, in one statement; null when it means nothing, has run out or is too old. Once an hour
 * the visit is noted, which is a second statement.
 */
export async function findSession(db: Db, token: string): Promise<FoundSession | null> {
  if (!isSessionToken(token)) return null;
  const { session, user } = await luciaOf(db).validateSession(token);
  if (!session || user.isArchived) return null;
  if (isTooOld(session.createdAt, user.role)) {
    await luciaOf(db).invalidateSession(token);
    return null;
  }
  if (!session.fresh) await noteVisit(db, token, session.seenAt);
  return { account: accountView(user), expiresAt: session.expiresAt, isRenewed: session.fresh };
}

function isTooOld(createdAt: Date | null, role: AccountRole): boolean {
  return createdAt !== null && systemClock.now().getTime() - createdAt.getTime() > longestSessionDays[role] * 86_400_000;
}

const visitMilliseconds = 3_600_000;

async function noteVisit(db: Db, token: string, seenAt: Date | null): Promise<void> {
  const now = systemClock.now();
  if (seenAt && now.getTime() - seenAt.getTime() < visitMilliseconds) return;
  await db.update(sessions).set({ seenAt: now }).where(eq(sessions.id, hashToken(token)));
}
