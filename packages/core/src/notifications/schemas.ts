import { z } from "zod";
import { Email } from "../accounts/schemas.ts";
import { IdempotencyKey } from "../inventory/schemas.ts";

export const SendTestMailInput = z.object({ to: Email, idempotencyKey: IdempotencyKey.optional() });
export type SendTestMailInput = z.infer<typeof SendTestMailInput>;

/** Reasons mail refuses with. */
export const mailReasons = {
  off: "mail.off",
  refused: "mail.refused",
  unreachable: "mail.unreachable",
} as const;
