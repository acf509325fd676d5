import { accounts, inTransaction, oauthIdentities } from "@cartwright/db";
import { and, eq, isNull } from "drizzle-orm";
import { requireNoTransaction, type Context } from "../../kernel/index.ts";
import type { AccountRow } from "../account-view.ts";
import { unknownDevice, type SessionDevice } from "../open-session.ts";
import { enterAccount } from "../second-factor/enter-account.ts";
import type { SessionView } from "../views.ts";
import { accountByAddress } from "./account-by-address.ts";
import type { OAuthPerson } from "./provider.ts";
import { requireProvider } from "./require-provider.ts";
import type { OAuthAttempt } from "./take-oauth-attempt.ts";

/**
 * Signs in whoever comes back from a provider with its code: by who they are there, else by their verified address, else
 * as a new customer. A second factor is asked for as after a password.
 * Errors: `oauth.code_refused`, `oauth.provider_failed`, `oauth.address_unverified`, `oauth.link_first`, and enterAccount's.
 */
export async function enterByOAuth(ctx: Context, { attempt, code }: { attempt: OAuthAttempt; code: string }, device: SessionDevice = unknownDevice): Promise<SessionView> {
  requireNoTransaction("An OAuth provider");
  const { provider, codeVerifier } = attempt;
  const person = await requireProvider(ctx, provider).findPerson({ code, codeVerifier });
  const account = await inTransaction(ctx, async (ctx) => (await findByIdentity(ctx, provider, person)) ?? accountByAddress(ctx, provider, person));
  return enterAccount(ctx, account, device);
}

async function findByIdentity(ctx: Context, provider: string, { subject }: OAuthPerson): Promise<AccountRow | null> {
  const [found] = await ctx.db
    .select({ account: accounts })
    .from(oauthIdentities)
    .innerJoin(accounts, eq(accounts.id, oauthIdentities.accountId))
    .where(and(eq(oauthIdentities.provider, provider), eq(oauthIdentities.subject, subject), isNull(accounts.archivedAt)));
  return found?.account ?? null;
}
