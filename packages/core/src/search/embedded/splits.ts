import type { Vocabulary } from "./vocabulary.ts";

/** A word taken apart. */
export interface Split {
  terms: string[];
  /** Typing errors in its parts. */
  edits: number;
}

const mostSplits = 3;
const mostParts = 3;

/**
 * What a word may be with its spaces put back: two or three words of names; where there is no such way, two of which one
 * or both have a typing error. Those of the most frequent words first.
 */
export function splitsOf(text: string, vocabulary: Vocabulary): Split[] {
  const plain = wholeWords(text, vocabulary, mostParts);
  if (plain.length > 0) return best(plain, vocabulary);
  return best(mistypedWords(text, vocabulary), vocabulary);
}

function wholeWords(text: string, vocabulary: Vocabulary, parts: number): Split[] {
  const found: Split[] = [];
  for (let cut = 1; cut < text.length; cut += 1) {
    const [left, right] = [text.slice(0, cut), text.slice(cut)];
    if (right.length < 2 || (left.length < 2 && right.length < 4)) continue;
    const first = nameWord(left, vocabulary);
    if (!first) continue;
    const last = nameWord(right, vocabulary);
    if (last) found.push({ terms: [first, last], edits: 0 });
    else if (parts > 2 && left.length > 2) found.push(...wholeWords(right, vocabulary, parts - 1).map(({ terms, edits }) => ({ terms: [first, ...terms], edits })));
  }
  return found;
}

function mistypedWords(text: string, vocabulary: Vocabulary): Split[] {
  const cuts = Array.from({ length: text.length - 1 }, (_, i) => [text.slice(0, i + 1), text.slice(i + 1)] as const).filter(([left, right]) => left.length > 2 && right.length > 2);
  const one = cuts.flatMap(([left, right]): Split[] => {
    const [first, last] = [nameWord(left, vocabulary), nameWord(right, vocabulary)];
    if (first) return nearNames(right, vocabulary).map((term) => ({ terms: [first, term], edits: 1 }));
    return last ? nearNames(left, vocabulary).map((term) => ({ terms: [term, last], edits: 1 })) : [];
  });
  if (one.length > 0) return one;
  return cuts.flatMap(([left, right]): Split[] => {
    if (left.length < 5 || right.length < 5) return [];
    const [first] = nearNames(left, vocabulary);
    const [last] = first ? nearNames(right, vocabulary) : [];
    return first && last ? [{ terms: [first, last], edits: 2 }] : [];
  });
}

/** The word, or a form of it, when names have it. */
function nameWord(text: string, vocabulary: Vocabulary): string | null {
  if ((vocabulary.find(text)?.named ?? 0) > 0) return text;
  const [form] = text.length < 3 ? [] : vocabulary.withStemOf(text, 1);
  return form && form.named > 0 ? form.text : null;
}

function nearNames(text: string, vocabulary: Vocabulary): string[] {
  return vocabulary.near(text, 1, 2).flatMap(({ term }) => (term.named > 0 ? [term.text] : []));
}

/** Few and long parts are likelier than many short ones. */
function best(splits: readonly Split[], vocabulary: Vocabulary): Split[] {
  const rarest = ({ terms }: Split) => Math.min(...terms.map((term) => vocabulary.count(term)));
  const shortest = ({ terms }: Split) => Math.min(3, ...terms.map((term) => term.length));
  return splits.toSorted((a, b) => a.edits - b.edits || shortest(b) - shortest(a) || a.terms.length - b.terms.length || rarest(b) - rarest(a)).slice(0, mostSplits);
}
