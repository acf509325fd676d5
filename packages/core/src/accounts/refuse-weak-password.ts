import { dictionary } from "@zxcvbn-ts/language-common";
import { DomainError, type Context } from "../kernel/index.ts";
import { accountReasons } from "./schemas.ts";

interface Choice {
  password: string;
  /** What is known of the person: address and name. */
  personal: readonly string[];
  /** The input's name for it. */
  field?: string;
}

/**
 * Refuses a new password that is guessed first: the most common of those that leaked elsewhere, what is known of the person
 * or the shop, a few signs over and over, and rows of the keyboard, the digits or the alphabet, one behind the other too. How long it is, is the schema's business.
 * Errors: `accounts.weak_password`.
 */
export function refuseWeakPassword(ctx: Context, { password, personal, field = "password" }: Choice): void {
  const refuse = (message: string): never => {
    throw new DomainError("invalid", accountReasons.weakPassword, message, { field });
  };
  const word = fold(password);
  const known = [ctx.shop.name, ...personal, ...personal.flatMap((text) => text.split("@").slice(0, 1))].map(fold);
  if (known.some((text) => isSameWord(word, text))) refuse("Your name, your address and the shop's name are guessed first. Choose something else.");
  if (commonPasswords.has(word) || /^(.{1,4})\1+$/u.test(word) || isMadeOfRuns(word)) refuse("That is one of the first to be guessed. Three or four words that don't belong together are better.");
}

const commonPasswords: ReadonlySet<string> = new Set(dictionary["passwords-common"]);

/** The text itself, also with digits or signs around it, as in "robin-hale-1990". */
function isSameWord(word: string, text: string): boolean {
  const letters = (given: string) => given.replaceAll(/^\P{L}+|\P{L}+$/gu, "");
  return word === text || (letters(text) !== "" && letters(word) === letters(text));
}

/** Nothing but pieces of the rows below and signs that are repeated, each three long or longer: "qwerty12345", "aaa111zzz". */
function isMadeOfRuns(word: string): boolean {
  for (let at = 0; at < word.length; ) {
    const length = longestRun(word.slice(at));
    if (length < 3) return false;
    at += length;
  }
  return true;
}

function longestRun(word: string): number {
  let longest = /^(.)\1*/su.exec(word)?.[0].length ?? 0;
  while (longest < word.length && rows.some((row) => row.includes(word.slice(0, longest + 1)))) longest += 1;
  return longest;
}

const fold = (text: string) => text.normalize("NFKC").toLowerCase().replaceAll(/\s/gu, "");
const both = (row: string) => [row, row.split("").toReversed().join("")];
const rows = [
  "01234567890123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertzuiopasdfghjklyxcvbnm",
  "azertyuiopqsdfghjklmwxcvbn",
  // Two rows by turns, and the columns of the keyboard.
  "1q2w3e4r5t6y7u8i9o0p",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
].flatMap(both);
