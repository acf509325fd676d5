import { z } from "zod";
import { Email } from "../accounts/schemas.ts";
import { IdempotencyKey } from "../inventory/schemas.ts";

/** Where links in mails lead. What stands behind the `#` is the word: browsers send it to nobody. */
export const mailPaths = {
  verifyEmail: "/verify-email",
  confirmEmail: "/confirm-email",
  resetPassword: "/reset-password",
} as const;

export const SendTestMailInput = z.object({ to: Email, idempotencyKey: IdempotencyKey.optional() });
export type SendTestMailInput = z.infer<typeof SendTestMailInput>;

/** Reasons mail refuses with. */
export const mailReasons = {
  off: "mail.off",
  refused: "mail.refused",
  unreachable: "mail.unreachable",
} as const;
