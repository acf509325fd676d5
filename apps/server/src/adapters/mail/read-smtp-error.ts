import { MailServerError, type MailOutcome } from "@cartwright/core/notifications";

/** What nodemailer says of a failed try. Its message and response may name people, so they are not passed on. */
interface SmtpError {
  code?: unknown;
  responseCode?: unknown;
  command?: unknown;
  errno?: unknown;
}

/** The reply to an address that no letters fit into: the mail server was not even asked. */
const mailboxNotAllowed = 553;

/**
 * Whether the mail will never get there. That is so when the mail server refuses this recipient or this mail with a 5xx. Refusing
 * the sign-in, the sender or TLS says that the shop is set up wrong: once that is put right, the mail goes out.
 * Throws a MailServerError for that, and for what passes.
 */
export function readSmtpError(error: unknown): MailOutcome {
  const { code, responseCode, command } = factsOf(error);
  const isOfMail = command === "RCPT TO" || command === "DATA";
  if (isOfMail && responseCode >= 500) return { status: "refused", code: responseCode };
  if (code === "EENVELOPE" && responseCode === 0 && command !== "MAIL FROM") return { status: "refused", code: mailboxNotAllowed };
  const how = responseCode > 0 ? `it answered ${responseCode}` : code;
  throw new MailServerError(`The mail server took nothing: ${how}${command ? ` at ${command}` : ""}.`);
}

function factsOf(error: unknown): { code: string; responseCode: number; command: string } {
  const { code, responseCode, command } = (typeof error === "object" && error !== null ? error : {}) as SmtpError;
  return { code: wordIn(code) || "no reason given", responseCode: typeof responseCode === "number" ? responseCode : 0, command: wordIn(command) };
}

/** Such as `ECONNECTION` or `RCPT TO`: nothing that was sent or answered. */
function wordIn(value: unknown): string {
  return typeof value === "string" && /^[A-Z][A-Z ]{1,30}$/.test(value) ? value : "";
}
