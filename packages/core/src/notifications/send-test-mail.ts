import { inTransaction } from "@cartwright/db";
import { DomainError, hashToken, newId, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { MailServerError } from "./mailer.ts";
import { mailReasons, type SendTestMailInput } from "./schemas.ts";
import { sendMail, type Delivery } from "./send-mail.ts";
import { shopFace } from "./shop-face.ts";
import { testLetter } from "./templates/account-letters.ts";
import type { TestMailView } from "./views.ts";

/**
 * Sends a test mail at once. Under the same key it is sent once. Errors: `mail.off`, `mail.refused` with the mail server's
 * `code`, `mail.unreachable`, `idempotency.key_reused`, `access.*`.
 */
export async function sendTestMail(ctx: Context, { to, idempotencyKey }: SendTestMailInput): Promise<TestMailView> {
  requirePermission(ctx, "settings.write");
  const { kind } = ctx.ports.mailer;
  if (kind === "off") throw new DomainError("conflict", mailReasons.off, "This shop has no mail server: set SMTP_URL and MAIL_FROM, and start the server again.");
  const key = idempotencyKey ?? ctx.idempotencyKey ?? newId("mail");
  const delivery = await deliver(ctx, { to, key });
  await inTransaction(ctx, (ctx) => recordAudit(ctx, { action: "mail.test", subject: "shop", after: { status: delivery.status } }));
  if (delivery.status === "refused") {
    throw new DomainError("invalid", mailReasons.refused, `The mail server refused it for good, with code ${delivery.code}.`, { field: "to", code: delivery.code });
  }
  return { sentTo: to, by: kind };
}

async function deliver(ctx: Context, { to, key }: { to: string; key: string }): Promise<Delivery> {
  try {
    return await sendMail(ctx, { key: `test-${hashToken(key)}`, template: "test", body: { to }, write: async () => ({ to, letter: testLetter(shopFace(ctx)) }) });
  } catch (error) {
    if (!(error instanceof MailServerError)) throw error;
    throw new DomainError("unavailable", mailReasons.unreachable, error.message, {}, { cause: error });
  }
}
