import type { Context } from "../../kernel/index.ts";
import { Finder, type FindWish, type Found } from "./finder.ts";
import { planQuery, type QueryPlan } from "./plan.ts";
import type { ReadDocument } from "./read-document.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { allWords, lacking, mostWords } from "./wanted.ts";

/** With fewer finds than this, those that have most of the words are looked for as well. */
const fewFinds = 10;
/** Of so many words one may be too much. */
const manyWords = 3;
/** So many are missing at most, beside products that have all words. */
const mostMissing = 3;
/** Of those that have most of the words only the best are shown: the rest has less and less to do with what was asked. */
const mostIncomplete = 48;
const mostFollowing = 24;

/**
 * The products that have the words and meet the choices; where only few have all of three words or more, those that lack some
 * follow. Where none has all words, those that have most of them.
 */
export async function findWords(ctx: Context, wish: FindWish): Promise<Found> {
  const { vocabulary, query } = wish;
  const finder = new Finder(ctx, wish);
  const strict = planQuery(query.text, { vocabulary, rules: query.rules, isTyping: false, isLenient: false });
  const first = await finder.find(strict, allWords(strict));
  if (first.hasAny) {
    const { open } = first;
    const isEnough = open === null || open.length >= fewFinds || strict.words.length < manyWords || query.sort !== "relevance";
    return isEnough ? first.found({ didYouMean: strict.corrected, isPartial: false }) : followed(finder, strict, open);
  }
  if (strict.words.length === 0) return first.found({ didYouMean: null, isPartial: false });

  const lenient = planQuery(query.text, { vocabulary, rules: query.rules, isTyping: false, isLenient: true });
  const second = await finder.find(lenient, allWords(lenient));
  if (second.hasAny) return second.found({ didYouMean: lenient.corrected ?? likeliest(lenient, vocabulary), isPartial: false });

  let some: readonly ReadDocument[] = [];
  for (const wanted of mostWords(strict, vocabulary)) {
    some = await finder.best(strict, wanted, { complete: null, most: mostIncomplete });
    if (some.length >= fewFinds) break;
  }
  if (some.length === 0) return first.found({ didYouMean: null, isPartial: false });
  const { found } = await finder.among(strict, some);
  return found({ didYouMean: strict.corrected, isPartial: true });
}

/** A few that have all words, and behind them the best of those that lack some. */
async function followed(finder: Finder, plan: QueryPlan, complete: readonly ReadDocument[]): Promise<Found> {
  const docs = new Set(complete.map(({ doc }) => doc));
  let all = complete;
  for (let missing = 1; missing <= Math.min(mostMissing, plan.words.length - 2) && all.length < fewFinds; missing += 1) {
    all = await finder.best(plan, lacking(plan, missing), { complete: docs, most: mostFollowing });
  }
  const { found } = await finder.among(plan, all);
  return found({ didYouMean: plan.corrected, isPartial: false, complete: docs });
}

/** Known words were taken for typing errors, because nothing has them all: what is the nearest reading? */
function likeliest({ words }: QueryPlan, vocabulary: Vocabulary): string | null {
  const read = words.map(({ typed, alternatives }) => {
    const other = alternatives.find(({ terms, kind }) => kind === "typo" && terms.every((term) => vocabulary.count(term) > 0));
    return other && vocabulary.count(typed) === 0 ? other.terms.join(" ") : typed;
  });
  const text = read.join(" ");
  return text === words.map(({ typed }) => typed).join(" ") ? null : text;
}
