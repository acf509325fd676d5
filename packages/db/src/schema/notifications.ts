import { index, table, text, timestamp } from "../columns.ts";

/** What would have been sent, where a shop has no mail server yet: the page /dev/mail shows it. */
export const mailboxMessages = table(
  "mailbox_messages",
  {
    id: text("id").primaryKey(),
    template: text("template").notNull(),
    recipient: text("recipient").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    html: text("html").notNull(),
    sentAt: timestamp("sent_at").notNull(),
  },
  (t) => [index("mailbox_messages_sent_at").on(t.sentAt, t.id)],
);
