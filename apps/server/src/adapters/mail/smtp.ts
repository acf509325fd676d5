import type { Mailer } from "@cartwright/core/notifications";
import { createTransport } from "nodemailer";
import type SMTPPool from "nodemailer/lib/smtp-pool";
import { readSmtpError } from "./read-smtp-error.ts";

export interface SmtpMailer extends Mailer {
  /** Ends the connections that wait for more. */
  close: () => void;
}

/** Mail by SMTP. Addresses go as parts, never as header lines, and the message's id is made of the key. */
export function smtpMailer(options: SMTPPool.Options, about: Pick<Mailer, "from" | "shopUrl">): SmtpMailer {
  const transport = createTransport(options);
  // Without a listener a connection that breaks while it is idle would end the server.
  transport.on("error", () => {});
  const host = about.from.address.slice(about.from.address.lastIndexOf("@") + 1);
  return {
    kind: "smtp",
    ...about,
    async send({ to, from, subject, text, html, key }) {
      try {
        await transport.sendMail({
          to: { name: "", address: to },
          from,
          subject,
          text,
          html,
          messageId: `<${key}@${host}>`,
          headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
        });
        return { status: "sent" };
      } catch (error) {
        return readSmtpError(error);
      }
    },
    async findProblem() {
      try {
        await transport.verify();
        return null;
      } catch (error) {
        return problemIn(error);
      }
    },
    close: () => transport.close(),
  };
}

function problemIn(error: unknown): string {
  try {
    readSmtpError(error);
    return "The mail server refuses to talk.";
  } catch (problem) {
    return problem instanceof Error ? problem.message : "The mail server refuses to talk.";
  }
}
