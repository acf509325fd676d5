import { fold } from "./fold.ts";
import { findUnit, numberTerm, quantityTerm, readNumber } from "./units.ts";

/** A word of a text, with the ways in which it is looked up. */
export interface Word {
  /** Any one of these stands for the word; of a form with several terms all are needed: "t-shirt" is `tshirt`, or `t` and `shirt`. */
  forms: string[][];
  /** What a text with this word is found by as well: "500 ml" by `500`. */
  also: string[];
  /** Where it is in the text, in UTF-16 units. */
  start: number;
  end: number;
}

const longestText = 20_000;
const mostParts = 4;
const mostRepeats = 5;

/** A run without spaces, cut further below. Between letters an apostrophe is part of it, between digits a point or comma. */
const runs = /[\p{L}\p{N}\p{M}]+(?:(?:['’ʼ`](?=\p{L})|(?<=\d)[.,](?=\d)|[-‐‑‒–/&_](?=[\p{L}\p{N}]))[\p{L}\p{N}\p{M}]+)*/gu;
const parts = /[^-‐‑‒–/&_]+/gu;
const numberAndRest = /^(\d+(?:[.,]\d+)*)(.*)$/su;
const dimensions = /^\d+(?:[.,]\d+)?(?:[x×]\d+(?:[.,]\d+)?)+(?:mm|cm|m|in)?$/iu;
const ideographs = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+$/u;

/**
 * A text as words to index or to look up. Takes any text; never more words than `mostWords`, and none of the characters
 * after the first 20,000. Numbers with units come in one form, words with hyphens joined and apart.
 */
export function analyse(text: string, mostWords = 400): Word[] {
  const words: Word[] = [];
  for (const run of text.slice(0, longestText).matchAll(runs)) {
    if (words.length >= mostWords) break;
    addRun(words, text, { raw: run[0], start: run.index, end: run.index + run[0].length });
  }
  return words.slice(0, mostWords);
}

/** All terms of the words, each once. */
export function termsOf(words: readonly Word[]): string[] {
  return [...new Set(words.flatMap((word) => [...word.forms.flat(), ...word.also]))];
}

/** The text in the form that is the same for all its spellings: what searches are counted and rules are looked up by. */
export function normalise(text: string): string {
  // Without the signs in between, a number and a unit may be a quantity that they were not before.
  let normal = normaliseOnce(text);
  for (let again = 0; again < mostRepeats; again += 1) {
    const next = normaliseOnce(normal);
    if (next === normal) break;
    normal = next;
  }
  return normal;
}

function normaliseOnce(text: string): string {
  const words = analyse(text, 30);
  return words.map((word) => word.forms[0]?.join(" ") ?? "").join(" ");
}

interface Run {
  raw: string;
  start: number;
  end: number;
}

function addRun(words: Word[], text: string, run: Run): void {
  if (dimensions.test(run.raw)) return addDimensions(words, text, run);
  const atoms = [...run.raw.matchAll(parts)].map((part) => ({ raw: part[0], start: run.start + part.index, end: run.start + part.index + part[0].length }));
  const read: Word[] = [];
  for (const atom of atoms) addAtom(read, text, { atom, before: read.length === 0 ? words : read });
  const [first, last] = [read[0], read.at(-1)];
  if (!first || !last) return;
  const isCompound = read.length > 1 && atoms.length === read.length && read.length <= mostParts && read.every((word) => !isQuantity(word));
  if (!isCompound) return void words.push(...read);
  const own = read.flatMap((word) => word.forms[0] ?? []);
  words.push({ forms: [[own.join("").slice(0, 40)], own], also: read.flatMap((word) => word.also), start: first.start, end: last.end });
}

/** A part of a run; a unit after its number becomes part of that. */
function addAtom(read: Word[], text: string, { atom, before }: { atom: Run; before: Word[] }): void {
  const previous = before.at(-1);
  const unit = previous && isNumber(previous) && atom.start - previous.end <= 1 ? findUnit(fold(atom.raw), false) : null;
  if (previous && unit) {
    const value = readNumber(text.slice(previous.start, previous.end)) ?? 0;
    previous.also = [...previous.also, ...previous.forms.flat(), fold(atom.raw)];
    previous.forms = [[quantityTerm(value, unit)]];
    previous.end = atom.end;
    return;
  }
  const word = readWord(text, atom);
  if (word) read.push(word);
}

function readWord(text: string, atom: Run): Word | null {
  const { start } = atom;
  const [, digits = "", rest = ""] = numberAndRest.exec(atom.raw) ?? [];
  const value = digits ? readNumber(digits) : null;
  if (value === null) return plainWord(atom);
  const number = /^\d+$/.test(digits) ? digits : numberTerm(value);
  if (rest === "") {
    const inches = /^(?:["″]|'')/.exec(text.slice(atom.end, atom.end + 2));
    if (inches) return { forms: [[quantityTerm(value, ["in", 1])]], also: [number], start, end: atom.end + inches[0].length };
    return { forms: [[number]], also: [], start, end: atom.end };
  }
  const unit = findUnit(fold(rest), true);
  if (!unit) return plainWord(atom);
  const term = quantityTerm(value, unit);
  const written = `${number}${fold(rest)}`;
  return { forms: [[term]], also: [number, ...(written === term ? [] : [written])], start, end: atom.end };
}

function plainWord({ raw, start, end }: Run): Word | null {
  const term = fold(raw);
  if (!term) return null;
  if (term.length > 2 && ideographs.test(term)) return { forms: [pairsOf(term)], also: [], start, end };
  return { forms: [[term]], also: [], start, end };
}

/** Chinese and Japanese have no spaces: their texts are found by pairs of letters. */
function pairsOf(term: string): string[] {
  const letters = Array.from(term);
  return [...new Set(letters.slice(1).map((letter, i) => `${letters[i]}${letter}`))];
}

/** "10x20 cm": each of the numbers has the unit of the last. */
function addDimensions(words: Word[], text: string, run: Run): void {
  const [, attached = ""] = /([a-z]+)$/iu.exec(run.raw.replace(/[x×]/giu, " ")) ?? [];
  const [, spaced = ""] = /^ ([a-z]+)/iu.exec(text.slice(run.end, run.end + 12)) ?? [];
  const unit = findUnit(fold(attached || spaced), attached !== "");
  for (const found of run.raw.matchAll(/\d+(?:[.,]\d+)?/gu)) {
    const value = readNumber(found[0]) ?? 0;
    const number = numberTerm(value);
    const start = run.start + found.index;
    words.push({ forms: [[unit ? quantityTerm(value, unit) : number]], also: unit ? [number] : [], start, end: start + found[0].length });
  }
}

const isNumber = (word: Word) => /^\d+(d\d+)?$/.test(word.forms[0]?.[0] ?? "");
const isQuantity = (word: Word) => word.also.length > 0;
