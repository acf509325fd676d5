import { oauthIdentities } from "@cartwright/db";
import { asc, eq } from "drizzle-orm";
import type { Context } from "../../kernel/index.ts";
import { ownAccountId } from "../own-account.ts";
import type { LinkedProviderView } from "../views.ts";

/** The providers by which whoever asks can sign in. Errors: `access.sign_in_required`. */
export async function listLinkedProviders(ctx: Context): Promise<LinkedProviderView[]> {
  const rows = await ctx.db.select().from(oauthIdentities).where(eq(oauthIdentities.accountId, ownAccountId(ctx))).orderBy(asc(oauthIdentities.provider));
  return rows.map(({ provider, email, createdAt }) => ({ provider, email, linkedAt: createdAt.toISOString() }));
}
