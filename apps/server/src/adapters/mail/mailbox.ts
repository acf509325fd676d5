import type { Mailer } from "@cartwright/core/notifications";
import { systemClock } from "@cartwright/core/kernel";
import { mailboxMessages as table, type Db } from "@cartwright/db";
import { desc, eq, inArray } from "drizzle-orm";

const keptMails = 500;
/** Those beyond are removed with each mail; more at once only after a crash. */
const removedAtOnce = 100;

export type KeptMail = typeof table.$inferSelect;

/** Mails that are kept in the database instead of being sent, for development: the page /dev/mail shows them. */
export function mailboxMailer(db: Db, about: Pick<Mailer, "from" | "shopUrl">): Mailer {
  return {
    kind: "mailbox",
    ...about,
    async send({ key, to, subject, template, text, html }) {
      const sentAt = systemClock.now();
      await db.insert(table).values({ id: key, template, recipient: to, subject, text, html, sentAt }).onConflictDoNothing();
      const old = db.select({ id: table.id }).from(table).orderBy(desc(table.sentAt), desc(table.id)).limit(removedAtOnce).offset(keptMails);
      await db.delete(table).where(inArray(table.id, old));
      return { status: "sent" };
    },
    findProblem: async () => null,
  };
}

/** Newest first, all that are kept; without what they say. */
export async function listKeptMails(db: Db): Promise<Omit<KeptMail, "text" | "html">[]> {
  const { id, template, recipient, subject, sentAt } = table;
  return db.select({ id, template, recipient, subject, sentAt }).from(table).orderBy(desc(sentAt), desc(id)).limit(keptMails);
}

export async function findKeptMail(db: Db, id: string): Promise<KeptMail | null> {
  const [mail] = await db.select().from(table).where(eq(table.id, id));
  return mail ?? null;
}
