import { signOut } from "@cartwright/core/accounts";
import type { ServerContext } from "./context.ts";

interface Opened {
  token: string;
  expiresAt: string;
}

/**
 * Sends a session that was just opened as the browser's cookie, beside the answer that tells of it. The one that the
 * request came with is over: nobody goes on under a word that was known before they said who they are. A page gets the word
 * as the cookie alone, where no script reads it.
 */
export async function withSession<Session extends Opened>(ctx: ServerContext, opened: Promise<Session>): Promise<Session> {
  const session = await opened;
  if (ctx.sessionToken !== null) await signOut(ctx.core, { token: ctx.sessionToken });
  ctx.cookies.setSession(session.token, new Date(session.expiresAt));
  return ctx.isPage ? { ...session, token: "" } : session;
}
