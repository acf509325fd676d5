import type { Mailer } from "@cartwright/core/notifications";

/** A shop without a mail server. Nothing is sent, and whoever looks after the shop is told. */
export function noMailer(about: Pick<Mailer, "from" | "shopUrl">): Mailer {
  return {
    kind: "off",
    ...about,
    send: () => Promise.reject(new Error("without a mail server nothing is sent")),
    findProblem: async () => "Mails are not sent: SMTP_URL is not set.",
  };
}
