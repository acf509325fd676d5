import { searchQueries } from "@cartwright/db";
import { and, gte, lt, type SQL } from "drizzle-orm";
import { DomainError, type Context } from "../../kernel/index.ts";
import type { SearchReportInput } from "./schemas.ts";

const dayMilliseconds = 86_400_000;
const usualDays = 30;

/** From the first moment of a day to the first after another. */
export interface Period {
  since: Date;
  until: Date;
}

/** The days that were asked for and as many before them. Errors: `search.bad_period`. */
export function readPeriod({ clock }: Context, { sinceOn, untilOn }: SearchReportInput): { period: Period; before: Period } {
  const end = (untilOn ? startOf(untilOn) : Math.floor(clock.now().getTime() / dayMilliseconds) * dayMilliseconds) + dayMilliseconds;
  const start = sinceOn ? startOf(sinceOn) : end - usualDays * dayMilliseconds;
  if (start >= end) throw new DomainError("invalid", "search.bad_period", "The first day comes after the last.", { fieldErrors: { sinceOn: ["The first day comes after the last."] } });
  return { period: { since: new Date(start), until: new Date(end) }, before: { since: new Date(2 * start - end), until: new Date(start) } };
}

export function daysOf({ since, until }: Period): { sinceOn: string; untilOn: string } {
  return { sinceOn: dayOf(since), untilOn: dayOf(new Date(until.getTime() - dayMilliseconds)) };
}

/** Of the search: clicks and purchases belong to the day it was made on. */
export function isIn({ since, until }: Period): SQL | undefined {
  return and(gte(searchQueries.at, since), lt(searchQueries.at, until));
}

function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00.000Z`);
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
