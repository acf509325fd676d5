import { MailServerError, type Mail, type Mailer, type MailOutcome } from "../notifications/index.ts";

export interface MemoryMailer extends Mailer {
  /** What was handed over, in order. */
  sent: Mail[];
  isReachable: boolean;
  outcome: MailOutcome;
}

/** A mail server that takes what it is given, or does what the test says. */
export function memoryMailer(): MemoryMailer {
  const mailer: MemoryMailer = {
    kind: "smtp",
    from: { name: null, address: "shop@shop.example" },
    shopUrl: "https://shop.example",
    sent: [],
    isReachable: true,
    outcome: { status: "sent" },
    async send(mail) {
      if (!mailer.isReachable) throw new MailServerError("The mail server does not answer (ECONNREFUSED).");
      if (mailer.outcome.status === "sent") mailer.sent.push(mail);
      return mailer.outcome;
    },
    findProblem: async () => (mailer.isReachable ? null : "The mail server does not answer (ECONNREFUSED)."),
  };
  return mailer;
}
