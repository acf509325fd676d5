import { accountTokens } from "@cartwright/db";
import { and, eq, gt, sql } from "drizzle-orm";
import { DomainError, type Context } from "../../kernel/index.ts";
import { secondFactorReasons } from "../schemas.ts";

/** Wrong codes that somebody who knows the password may give in an hour, over all questions that were asked. */
const mostInHour = 20;

/** That so many wrong codes were not given yet; `counted` of them are the one that is being tried. Errors: `second_factor.too_many_tries`. */
export async function requireTriesLeft(ctx: Context, accountId: string, counted = 0): Promise<void> {
  const since = new Date(ctx.clock.now().getTime() - 3_600_000);
  const matches = and(eq(accountTokens.accountId, accountId), eq(accountTokens.kind, "second_factor"), gt(accountTokens.createdAt, since));
  const [row] = await ctx.db.select({ tries: sql`coalesce(sum(${accountTokens.attempts}), 0)`.mapWith(Number) }).from(accountTokens).where(matches);
  if ((row?.tries ?? 0) - counted < mostInHour) return;
  throw new DomainError("too_many", secondFactorReasons.tooManyTries, "Too many wrong codes. Wait an hour, or use another way in.");
}
