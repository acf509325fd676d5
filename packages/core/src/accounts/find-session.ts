import type { Db } from "@cartwright/db";
import { accountView } from "./account-view.ts";
import { luciaOf } from "./lucia.ts";
import type { AccountView } from "./views.ts";

export interface FoundSession {
  account: AccountView;
  expiresAt: Date;
  /** Its end was moved on by this visit: send the cookie anew. */
  isRenewed: boolean;
}

/** Who a token belongs to, in one statement; null when it means nothing or has run out. */
export async function findSession(db: Db, token: string): Promise<FoundSession | null> {
  const { session, user } = await luciaOf(db).validateSession(token);
  if (!session || user.isArchived) return null;
  return { account: accountView(user), expiresAt: session.expiresAt, isRenewed: session.fresh };
}
