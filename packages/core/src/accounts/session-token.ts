import { newToken } from "../kernel/index.ts";

const prefix = "cws_";

/** What a signed-in device holds: 160 random bits that say what they are, so that no other word is looked up as one. */
export function newSessionToken(): string {
  return `${prefix}${newToken()}`;
}

export function isSessionToken(word: string): boolean {
  return word.startsWith(prefix);
}
