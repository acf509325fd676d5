import { accounts } from "@cartwright/db";
import { and, eq, isNull } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

export interface Recipient {
  email: string;
  name: string;
}

/** Whose account it is, as they are by now; null when it is gone. */
export async function findRecipient(ctx: Context, accountId: string): Promise<Recipient | null> {
  const [account] = await ctx.db
    .select({ email: accounts.email, name: accounts.name })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isNull(accounts.archivedAt), isNull(accounts.erasedAt)));
  return account ?? null;
}
