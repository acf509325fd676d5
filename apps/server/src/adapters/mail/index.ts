import type { Mailer } from "@cartwright/core/notifications";
import type { Db } from "@cartwright/db";
import type { ServerEnv } from "../../env.ts";
import { mailboxMailer } from "./mailbox.ts";
import { noMailer } from "./no-mailer.ts";
import { smtpMailer } from "./smtp.ts";
import { smtpOptions } from "./smtp-options.ts";

/** How this server sends mail: by SMTP where it is told how; else not at all, or in development into a mailbox to look at. */
export function makeMailer({ smtpUrl, isKept, ...about }: ServerEnv["mail"], db: Db): Mailer {
  if (smtpUrl !== null) return smtpMailer(smtpOptions(smtpUrl), about);
  return isKept ? mailboxMailer(db, about) : noMailer(about);
}
