import type { searchPins, searchRedirects, searchStopWords, searchSynonyms } from "@cartwright/db";
import { count } from "drizzle-orm";
import { DomainError, onceByKey, type Context, type OnceCall } from "../../kernel/index.ts";
import { normalise } from "../text/analyse.ts";
import { forgetRules } from "./load-rules.ts";

/** All rules are in the memory of every server. */
const mostRules = 2_000;

/** A change of the rules in a transaction. This server's searches follow it at once, those of others within seconds. */
export async function changeRules<T>(ctx: Context, call: OnceCall, change: (ctx: Context) => Promise<T>): Promise<T> {
  const changed = await onceByKey(ctx, call, change);
  forgetRules(ctx);
  return changed;
}

/** Errors: `search.too_many_rules`. */
export async function requireRoom({ db }: Context, table: typeof searchPins | typeof searchRedirects | typeof searchStopWords | typeof searchSynonyms): Promise<void> {
  const [row] = await db.select({ count: count() }).from(table);
  if ((row?.count ?? 0) < mostRules) return;
  throw new DomainError("conflict", "search.too_many_rules", `There are ${mostRules.toLocaleString("en")} of these already. Remove some that are not needed.`, { most: mostRules });
}

/** The normal form of a query or phrase that was typed. Errors: `search.no_words` when nothing is left of it. */
export function normalForm(text: string, field: string): string {
  const normal = normalise(text);
  if (normal !== "") return normal;
  throw new DomainError("invalid", "search.no_words", `There is no letter or digit in "${text}".`, { fieldErrors: { [field]: ["There is no letter or digit in it."] } });
}
