/** A mail, complete. `to` is one plain address, `subject` one line. */
export interface Mail {
  to: string;
  from: MailAddress;
  subject: string;
  text: string;
  html: string;
  /** What kind of mail it is, such as `order-shipped`. */
  template: string;
  /** What it is sent for: the same key is the same mail. Letters, digits, `_` and `-`. */
  key: string;
}

export interface MailAddress {
  name: string;
  address: string;
}

/** `refused`: this mail will never get there, and trying again is of no use. `code` is what the mail server answered. */
export type MailOutcome = { status: "sent" } | { status: "refused"; code: number };

/** How the shop sends mail. */
export interface Mailer {
  /** `mailbox`: kept to be looked at, for development. `off`: there is no mail server, and nothing is sent. */
  kind: "smtp" | "mailbox" | "off";
  /** Whom mails come from; without a name of its own it is the shop's. */
  from: { name: string | null; address: string };
  /** Where the shop is, without a slash at the end: links in mails begin with it. */
  shopUrl: string;
  /** Throws a MailServerError where a later try may go better. Call it outside of transactions. */
  send: (mail: Mail) => Promise<MailOutcome>;
  /** What keeps mails from being sent, or null. */
  findProblem: () => Promise<string | null>;
}

/** A mail server that can't be reached or does not take mail now. Its message names no address and nothing of the mail. */
export class MailServerError extends Error {
  override readonly name = "MailServerError";
}

declare module "../kernel/context.ts" {
  interface Ports {
    mailer: Mailer;
  }
}
