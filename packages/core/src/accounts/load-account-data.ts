import { accountTotp, apiTokens, oauthIdentities, sessions } from "@cartwright/db";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import type { AccountRow } from "./account-view.ts";
import { loadAddresses } from "./address-book/list-addresses.ts";
import { profileView } from "./profile.ts";
import type { AccountDataView } from "./views.ts";

/** All that an account holds of its person, without what would open it. The caller has checked who asks. */
export async function loadAccountData(ctx: Context, account: AccountRow): Promise<AccountDataView> {
  const { id, role } = account;
  const opened = await ctx.db.select().from(sessions).where(eq(sessions.userId, id)).orderBy(asc(sessions.createdAt), asc(sessions.id));
  const keys = await ctx.db.select().from(apiTokens).where(eq(apiTokens.accountId, id)).orderBy(asc(apiTokens.id));
  const providers = await ctx.db.select().from(oauthIdentities).where(eq(oauthIdentities.accountId, id)).orderBy(asc(oauthIdentities.provider));
  const factors = await ctx.db.$count(accountTotp, and(eq(accountTotp.accountId, id), isNotNull(accountTotp.confirmedAt)));
  const { wantsNewsletter: newsletter, ...profile } = profileView(account);
  return {
    profile: { ...profile, role },
    consents: { newsletter },
    addresses: await loadAddresses(ctx, id),
    sessions: opened.map(({ kind, device, ...dates }) => ({
      kind,
      device,
      createdAt: iso(dates.createdAt),
      seenAt: iso(dates.seenAt),
      expiresAt: dates.expiresAt.toISOString(),
    })),
    apiTokens: keys.map(({ name, prefix, scopes, ...dates }) => ({
      name,
      prefix,
      scopes,
      createdAt: dates.createdAt.toISOString(),
      expiresAt: iso(dates.expiresAt),
      usedAt: iso(dates.usedAt),
      revokedAt: iso(dates.revokedAt),
    })),
    providers: providers.map(({ provider, subject, email, createdAt }) => ({ provider, subject, email, createdAt: createdAt.toISOString() })),
    hasSecondFactor: factors > 0,
  };
}

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
