import type { ServerContext } from "./context.ts";

/** Sends a session that was just opened as the browser's cookie, beside the answer that tells of it. */
export async function withSession<Session extends { token: string; expiresAt: string }>(ctx: ServerContext, opened: Promise<Session>): Promise<Session> {
  const session = await opened;
  ctx.cookies.setSession(session.token, new Date(session.expiresAt));
  return session;
}
