import { randomBytes } from "node:crypto";
import { hashToken } from "../../kernel/index.ts";

const prefix = "cwt_";
const shape = /^cwt_([0-9a-f]{40})([0-9a-f]{6})$/;
/** As many letters as tell a token from others in a list. */
const shownLetters = 12;

/** 160 random bits that say what they are, and by their last letters whether they were copied whole. */
export function newApiToken(): { token: string; shownPrefix: string } {
  const word = randomBytes(20).toString("hex");
  const token = `${prefix}${word}${checkOf(word)}`;
  return { token, shownPrefix: token.slice(0, shownLetters) };
}

/** Whether a word can be an API token: any other is not even looked up. */
export function isApiToken(token: string): boolean {
  const [, word, check] = shape.exec(token) ?? [];
  return word !== undefined && check === checkOf(word);
}

function checkOf(word: string): string {
  return hashToken(word).slice(0, 6);
}
