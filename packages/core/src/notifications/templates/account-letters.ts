import { changeEmailPath, invitationPath, resetPasswordPath, verifyEmailPath } from "../../accounts/schemas.ts";
import { action, lines, text, type Letter } from "../letter.ts";
import type { ShopFace } from "../shop-face.ts";

// Nobody knows yet who reads the first two: whatever a stranger called themselves is not in them.

/** To an address that somebody signed up with. */
export function verifyAddressLetter(shop: ShopFace, { token }: { token: string }): Letter {
  return {
    subject: `Confirm your e-mail address for ${shop.name}`,
    blocks: [
      text("Hello,"),
      text(`an account was opened at ${shop.name} with this e-mail address. Confirm it with the link and the password that you chose. The link works once, within 24 hours.`),
      action("Confirm the address", `${shop.url}${verifyEmailPath}#${token}`),
      text("If that was not you, leave it: nobody can use the account without this mail, and it is deleted within a few days."),
    ],
  };
}

/** To the address that somebody wants to have from now on. */
export function confirmEmailLetter(shop: ShopFace, { token }: { token: string }): Letter {
  return {
    subject: `Confirm your new e-mail address for ${shop.name}`,
    blocks: [
      text("Hello,"),
      text(`somebody with an account at ${shop.name} wants to use this e-mail address from now on. The link works once, within 24 hours.`),
      action("Use this address", `${shop.url}${changeEmailPath}#${token}`),
      text("If that was not you, leave it: nothing changes."),
    ],
  };
}

/** To the address that the account has still. */
export function emailChangeNoticeLetter(shop: ShopFace, { name }: { name: string }): Letter {
  return {
    subject: `Your e-mail address at ${shop.name} is to be changed`,
    blocks: [
      text(`Hello ${name},`),
      text(`your account at ${shop.name} is to get another e-mail address. It is changed as soon as the link that we sent there is followed.`),
      text("If that was not you, somebody knows your password. Choose another now, which signs everybody else out:"),
      action("Choose another password", `${shop.url}/sign-in`),
    ],
  };
}

/** To the new address, once it is the account's. */
export function emailChangedLetter(shop: ShopFace, { name }: { name: string }): Letter {
  return {
    subject: `Your e-mail address at ${shop.name} was changed`,
    blocks: [text(`Hello ${name},`), text(`from now on you sign in at ${shop.name} with this e-mail address, and our mails come here.`), action("Sign in", `${shop.url}/sign-in`)],
  };
}

export function resetPasswordLetter(shop: ShopFace, { name, token }: { name: string; token: string }): Letter {
  return {
    subject: `Choose a new password for ${shop.name}`,
    blocks: [
      text(`Hello ${name},`),
      text(`somebody asked for a new password for your account at ${shop.name}. The link works once, within an hour.`),
      action("Choose a new password", `${shop.url}${resetPasswordPath}#${token}`),
      text("If that was not you, leave it: your password stays as it is."),
    ],
  };
}

/** To the owner of an address that somebody signed up with, or wished to have. */
export function existsAlreadyLetter(shop: ShopFace, { name }: { name: string }): Letter {
  return {
    subject: `You have an account at ${shop.name} already`,
    blocks: [
      text(`Hello ${name},`),
      text(`somebody tried to use this e-mail address for an account at ${shop.name}. You have one already, and nothing about it was changed.`),
      text("If that was you, sign in; if you do not know your password any more, you can choose a new one there."),
      action("Sign in", `${shop.url}/sign-in`),
      text("If that was not you, there is nothing to do."),
    ],
  };
}

export function passwordChangedLetter(shop: ShopFace, { name }: { name: string }): Letter {
  return {
    subject: `Your password at ${shop.name} was changed`,
    blocks: [
      text(`Hello ${name},`),
      text(`the password of your account at ${shop.name} was changed. Other devices were signed out.`),
      text("If that was not you, ask for a new password at once:"),
      action("Sign in", `${shop.url}/sign-in`),
    ],
  };
}

const secondFactorWords = {
  "account.second_factor_on": "From now on a code from your app is asked for when you sign in. Keep your recovery codes where you find them without your phone.",
  "account.second_factor_off": "The second factor was turned off: your password alone opens your account now.",
  "account.recovery_codes_renewed": "You have new recovery codes. The old ones work no more.",
} as const;

export const secondFactorChanges = Object.keys(secondFactorWords) as (keyof typeof secondFactorWords)[];

export function secondFactorLetter(shop: ShopFace, { name, change }: { name: string; change: keyof typeof secondFactorWords }): Letter {
  return {
    subject: `Signing in at ${shop.name} was changed`,
    blocks: [text(`Hello ${name},`), text(secondFactorWords[change]), text("If that was not you, change your password at once:"), action("Sign in", `${shop.url}/sign-in`)],
  };
}

/** To somebody who is to be one of the staff. */
export function invitationLetter(shop: ShopFace, { name, email, token }: { name: string; email: string; token: string }): Letter {
  return {
    subject: `You are invited to run ${shop.name}`,
    blocks: [
      text(`Hello ${name},`),
      text(`you are invited to be one of the staff of ${shop.name}. Choose a password, and sign in with it then. The link works once, within a week.`),
      action("Choose a password", `${shop.url}${invitationPath}#${token}`),
      lines([`You sign in as ${email}.`]),
    ],
  };
}

export function testLetter(shop: ShopFace): Letter {
  return {
    subject: `A test mail from ${shop.name}`,
    blocks: [text("Hello,"), text(`mail from ${shop.name} arrives here. Somebody of its staff sent this one to see that it does.`), action("Open the shop", shop.url)],
  };
}
