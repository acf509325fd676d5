import type { Context, EventHandler, OutboxEvent } from "../../kernel/index.ts";
import { sendMail, type AddressedLetter, type Delivery } from "../send-mail.ts";

export interface MailedNews {
  /** Names the mail and its handler: never change it. */
  template: string;
  /** The event it is sent for. */
  type: string;
  /** Reads what is to be said, as things are by now; null when there is nobody to tell any more. */
  write: (ctx: Context, event: OutboxEvent) => Promise<AddressedLetter | null>;
}

/** Sends one kind of mail for one kind of news. One mail a handler, so that a new attempt leaves out what was sent. */
export function mailHandler({ template, type, write }: MailedNews): EventHandler {
  return {
    name: `mail.${template}`,
    types: [type],
    async handle(ctx, event) {
      const delivery = await sendMail(ctx, { key: `${event.id}-${template}`, template, write: () => write(ctx, event) });
      return noteOf(template, delivery);
    },
  };
}

/** What staff see of an event whose mail went nowhere. No address and no words of a mail server: those name people. */
function noteOf(template: string, delivery: Delivery): string | undefined {
  switch (delivery.status) {
    case "off":
      return `Not sent: ${template}. This shop has no mail server (SMTP_URL).`;
    case "refused":
      return `Not sent: ${template}. The mail server refused it for good (${delivery.code}).`;
    case "moot":
      return `Not sent: ${template}. There is nobody to tell any more.`;
    case "sent":
      return undefined;
  }
}
