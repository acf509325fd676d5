import { inTransaction } from "@cartwright/db";
import { answerKey, claimKey, readClaim, requireNoTransaction, type Context, type KeyedCall } from "../kernel/index.ts";
import type { Letter } from "./letter.ts";
import { letterHtml } from "./letter-html.ts";
import { letterText } from "./letter-text.ts";
import type { MailOutcome } from "./mailer.ts";
import { oneLine } from "./one-line.ts";
import { shopFace } from "./shop-face.ts";

export interface MailWish {
  /** What it is sent for: asked for twice under one key, it is sent once. */
  key: string;
  template: string;
  /** What was asked for, where somebody else chose the key: the same key for something else is refused. */
  body?: unknown;
  /** Called just before it is sent. Null when there is nobody to tell any more. */
  write: () => Promise<AddressedLetter | null>;
}

export interface AddressedLetter {
  to: string;
  letter: Letter;
}

/** What became of it: `moot` has nobody to tell any more, `off` has no mail server. */
export type Delivery = MailOutcome | { status: "moot" | "off" };

/**
 * Sends a mail once, as far as anybody can know: a server that dies between the mail server's yes and our note of it sends
 * it again. Call it outside of transactions. Errors: MailServerError where a later try may go better, `idempotency.key_reused`.
 */
export async function sendMail(ctx: Context, { key, template, body = null, write }: MailWish): Promise<Delivery> {
  requireNoTransaction("a mail server");
  const { mailer } = ctx.ports;
  if (mailer.kind === "off") return { status: "off" };
  const sending: KeyedCall = { procedure: "notifications.send", key, body: { template, body } };
  const earlier = await readClaim(ctx, sending);
  // Only noteOutcome writes it.
  if (earlier.kind === "answered") return JSON.parse(earlier.answer) as MailOutcome;
  const addressed = await write();
  if (!addressed || !isOneAddress(addressed.to)) return { status: "moot" };
  const { to, letter } = addressed;
  const face = shopFace(ctx);
  const outcome = await mailer.send({
    to,
    from: { name: mailer.from.name ?? face.name, address: mailer.from.address },
    subject: oneLine(letter.subject, 200),
    text: letterText(letter, face),
    html: letterHtml(letter, face),
    template,
    key,
  });
  await noteOutcome(ctx, sending, outcome);
  return outcome;
}

/** What is no single plain address is never handed to a mail server: it could name others, or be a header. */
function isOneAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@,;:<>()[\]\\"]+@[^\s@,;:<>()[\]\\"]+$/.test(text);
}

async function noteOutcome(ctx: Context, sending: KeyedCall, outcome: MailOutcome): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const claim = await claimKey(ctx, sending, null);
    if (claim.kind === "new") await answerKey(ctx, sending, JSON.stringify(outcome));
  });
}
