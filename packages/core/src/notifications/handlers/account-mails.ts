import type { AccountTokenKind } from "@cartwright/db/constants/accounts";
import { z } from "zod";
import { issueAccountToken, type IssuedToken } from "../../accounts/index.ts";
import type { Context, EventHandler } from "../../kernel/index.ts";
import { findRecipient, type Recipient } from "../find-recipient.ts";
import type { Letter } from "../letter.ts";
import { oneLine } from "../one-line.ts";
import { shopFace, type ShopFace } from "../shop-face.ts";
import {
  confirmEmailLetter,
  emailChangedLetter,
  emailChangeNoticeLetter,
  existsAlreadyLetter,
  invitationLetter,
  passwordChangedLetter,
  resetPasswordLetter,
  secondFactorChanges,
  secondFactorLetter,
  verifyAddressLetter,
} from "../templates/account-letters.ts";
import { mailHandler } from "./mail-handler.ts";

const OfAccount = z.object({ accountId: z.string() });
const SecondFactorChange = z.object({ change: z.enum(secondFactorChanges) });
const longestName = 60;

/** Mails about accounts. Whoever asks for a change of address is told at the old one before the new one has the link. */
export const accountMails: readonly EventHandler[] = [
  withWord("verify-address", "account.verification_requested", "verify_email", verifyAddressLetter),
  withWord("reset-password", "account.reset_requested", "reset_password", resetPasswordLetter),
  toOwner("email-change-notice", "account.email_change_requested", emailChangeNoticeLetter),
  withWord("confirm-email", "account.email_change_requested", "change_email", confirmEmailLetter),
  toOwner("email-changed", "account.email_changed", emailChangedLetter),
  toOwner("exists-already", "account.exists_already", existsAlreadyLetter),
  toOwner("password-changed", "account.password_changed", passwordChangedLetter),
  toOwner("second-factor-changed", "account.second_factor_changed", (shop, owner, payload) => secondFactorLetter(shop, { ...owner, ...SecondFactorChange.parse(payload) })),
  withWord("invitation", "account.invited", "invite", invitationLetter),
];

/** The word is made here, just before it is sent, and nowhere kept but as its hash. */
function withWord(template: string, type: string, kind: AccountTokenKind, letterOf: (shop: ShopFace, issued: IssuedToken) => Letter): EventHandler {
  return mailHandler({
    template,
    type,
    async write(ctx: Context, { payload }) {
      const { accountId } = OfAccount.parse(payload);
      const issued = await issueAccountToken(ctx, { accountId, kind });
      return issued && { to: issued.email, letter: letterOf(shopFace(ctx), { ...issued, name: nameIn(issued) }) };
    },
  });
}

function toOwner(template: string, type: string, letterOf: (shop: ShopFace, owner: Recipient, payload: Record<string, unknown>) => Letter): EventHandler {
  return mailHandler({
    template,
    type,
    async write(ctx: Context, { payload }) {
      const owner = await findRecipient(ctx, OfAccount.parse(payload).accountId);
      return owner && { to: owner.email, letter: letterOf(shopFace(ctx), { ...owner, name: nameIn(owner) }, payload) };
    },
  });
}

function nameIn({ name }: { name: string }): string {
  return oneLine(name, longestName);
}
