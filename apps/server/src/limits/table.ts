/** Whose tries are counted together. */
export type CountedBy = "address" | "account" | "shopper" | "email";

export interface Limit {
  /** Part of the key it is counted under. */
  name: string;
  procedures: readonly string[];
  by: CountedBy;
  points: number;
  seconds: number;
  /** Counted in the database, for all servers together, where that is Postgres. Else each server counts its own. */
  isShared: boolean;
  /** What went well is given back, so that only failures count. */
  countsFailures?: true;
}

const minute = 60;
const hour = 60 * minute;

const words = ["accounts.verifyEmail", "accounts.resetPassword", "accounts.confirmEmailChange", "accounts.acceptInvitation"];
const mails = ["accounts.requestPasswordReset", "accounts.requestVerification"];
const askingForThePassword = [
  "accounts.changePassword",
  "accounts.requestEmailChange",
  "accounts.exportData",
  "accounts.erase",
  "accounts.oauth.link",
  "accounts.oauth.unlink",
  "tokens.create",
  "accounts.secondFactor.begin",
  "accounts.secondFactor.confirm",
  "accounts.secondFactor.disable",
  "accounts.secondFactor.renewRecoveryCodes",
];

/**
 * All limits, and why they are as they are. An address may be an office or a phone network with many people behind it, so
 * what is counted by address is generous, and where the person can be told, the person is counted. Signing in has rules of
 * its own beside these: see sign-in-pace.ts.
 */
export const limits: readonly Limit[] = [
  // One list of stolen passwords, tried on many accounts from one place. Each failure also costs the server 20 ms of work.
  { name: "sign-in", procedures: ["accounts.signIn"], by: "address", points: 60, seconds: 10 * minute, isShared: true, countsFailures: true },

  // An account costs a mail and 20 ms. Nobody makes ten in an hour, an office at a sale may make some.
  { name: "sign-up", procedures: ["accounts.signUp"], by: "address", points: 20, seconds: hour, isShared: true },
  // Each sends a mail to somebody who may not have asked for it. The answer does not depend on whether there is an account.
  { name: "sign-up-mail", procedures: ["accounts.signUp"], by: "email", points: 5, seconds: hour, isShared: true },
  { name: "mail", procedures: mails, by: "email", points: 5, seconds: hour, isShared: true },
  { name: "mails", procedures: mails, by: "address", points: 20, seconds: hour, isShared: true },
  { name: "email-change", procedures: ["accounts.requestEmailChange"], by: "account", points: 5, seconds: hour, isShared: true },

  // Words out of mails can't be guessed (160 bits), but each try with a password costs 20 ms.
  { name: "word", procedures: words, by: "address", points: 30, seconds: 10 * minute, isShared: true },

  // Six digits. Core counts five tries a question and twenty an hour and account; this is for who asks many accounts.
  { name: "second-factor", procedures: ["accounts.confirmSecondFactor"], by: "address", points: 30, seconds: 10 * minute, isShared: true, countsFailures: true },

  // Somebody at a device that was left signed in guesses the password.
  { name: "password", procedures: askingForThePassword, by: "account", points: 10, seconds: 15 * minute, isShared: true, countsFailures: true },

  // Stolen cards are tried out at shops. A buyer whose card is declined tries a few; an office may place some orders.
  { name: "place", procedures: ["checkout.place"], by: "shopper", points: 10, seconds: 10 * minute, isShared: true },
  { name: "places", procedures: ["checkout.place"], by: "address", points: 60, seconds: 10 * minute, isShared: true },

  // Codes are guessed: with six letters and a thousand of them valid, these tries find one in years.
  { name: "coupon", procedures: ["cart.applyCoupon"], by: "shopper", points: 15, seconds: 10 * minute, isShared: true },
  { name: "coupons", procedures: ["cart.applyCoupon"], by: "address", points: 60, seconds: 10 * minute, isShared: true },

  // An order number is easy to guess, and then the buyer's address.
  { name: "order", procedures: ["orders.lookUp"], by: "address", points: 30, seconds: 10 * minute, isShared: true },

  // A device code has 34 bits and lives for ten minutes; who types it is signed in.
  { name: "device-code", procedures: ["accounts.device.find", "accounts.device.approve", "accounts.device.deny"], by: "account", points: 30, seconds: 10 * minute, isShared: true },
  { name: "device-begin", procedures: ["accounts.device.begin"], by: "address", points: 20, seconds: 10 * minute, isShared: true },
  // Every five seconds is the rule, and several command lines may wait behind one address.
  { name: "device-poll", procedures: ["accounts.device.poll"], by: "address", points: 120, seconds: minute, isShared: false },

  // The way to a provider writes a row; the way back asks the provider.
  { name: "oauth", procedures: ["accounts.oauth.begin", "accounts.oauth.link"], by: "address", points: 60, seconds: 10 * minute, isShared: true },

  // The dearest reads. Typing asks for suggestions several times a second.
  { name: "search", procedures: ["search.products"], by: "address", points: 300, seconds: minute, isShared: false },
  { name: "suggest", procedures: ["search.suggest"], by: "address", points: 900, seconds: minute, isShared: false },
];

/** Every change by somebody who is not staff: ten a second for a minute is no shopper, and rarely an office. */
export const writes: Limit = { name: "write", procedures: [], by: "address", points: 600, seconds: minute, isShared: false };
