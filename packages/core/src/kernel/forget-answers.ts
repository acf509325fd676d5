import { chunked, idempotencyKeys as table } from "@cartwright/db";
import { inArray, or, sql } from "drizzle-orm";
import type { Context } from "./context.ts";

/**
 * Removes kept answers that tell of somebody who is to be forgotten: all that these actors got, and all about these
 * subjects, whoever got them. It looks through every answer, so it is for rare occasions. Returns how many.
 */
export async function forgetAnswers(ctx: Context, { actors, subjectIds }: { actors: readonly string[]; subjectIds: readonly string[] }): Promise<number> {
  let forgotten = 0;
  for (const some of chunked(actors, 100)) forgotten += (await ctx.db.delete(table).where(inArray(table.actor, some)).returning({ key: table.key })).length;
  for (const some of chunked(subjectIds, 50)) {
    const isAbout = or(inArray(table.subjectId, some), ...some.map((id) => sql`${table.answer} like ${`%"${id.replaceAll("_", "\\_")}"%`} escape '\\'`));
    forgotten += (await ctx.db.delete(table).where(isAbout).returning({ key: table.key })).length;
  }
  return forgotten;
}
