import type { EventHandler } from "../kernel/index.ts";
import { accountMails } from "./handlers/account-mails.ts";
import { orderMails } from "./handlers/order-mails.ts";
import { returnMails } from "./handlers/return-mails.ts";

export { html, Html } from "./html.ts";
export { MailServerError, type Mail, type MailAddress, type Mailer, type MailOutcome } from "./mailer.ts";
export { sendTestMail } from "./send-test-mail.ts";
export type * from "./views.ts";

/** Everybody who sends mail about news. */
export const mailHandlers: readonly EventHandler[] = [...accountMails, ...orderMails, ...returnMails];
