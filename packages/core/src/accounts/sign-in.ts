import { inTransaction } from "@cartwright/db";
import { emitEvents, type Context } from "../kernel/index.ts";
import { findByPassword } from "./find-by-password.ts";
import { isUnconfirmed } from "./is-unconfirmed.ts";
import { unknownDevice, type SessionDevice } from "./open-session.ts";
import type { SignInInput } from "./schemas.ts";
import { enterAccount } from "./second-factor/enter-account.ts";
import type { SessionView } from "./views.ts";
import { wrongCredentials } from "./wrong-credentials.ts";

/**
 * Opens a session. The answer does not tell whether the address is known, nor does the work done for it. An address that
 * was never confirmed is refused like a wrong password, and is sent the mail again: who signs up with somebody's address
 * could else find out by signing in that it was free.
 * Errors: `accounts.wrong_credentials`, `accounts.second_factor_required` and what else enterAccount says.
 */
export async function signIn(ctx: Context, input: SignInInput, device: SessionDevice = unknownDevice): Promise<SessionView> {
  const account = await findByPassword(ctx, input);
  if (!account) throw wrongCredentials();
  if (isUnconfirmed(account)) {
    const news = { type: "account.verification_requested", subject: account.id, payload: { accountId: account.id } };
    await inTransaction(ctx, (ctx) => emitEvents(ctx, [news]));
    throw wrongCredentials();
  }
  return enterAccount(ctx, account, device);
}
