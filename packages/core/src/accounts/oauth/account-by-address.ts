import { accounts, accountTokens, lockRow } from "@cartwright/db";
import { and, eq, isNull } from "drizzle-orm";
import { DomainError, newId, type Context } from "../../kernel/index.ts";
import type { AccountRow } from "../account-view.ts";
import { endSessions } from "../end-sessions.ts";
import { Email, oauthReasons } from "../schemas.ts";
import { addIdentity } from "./add-identity.ts";
import type { OAuthPerson } from "./provider.ts";

/**
 * The account of somebody who comes by a provider for the first time, linked from now on. Both sides must have seen that
 * mail to the address arrives: the provider, or anybody could say to be anybody; and we, or whoever signed up with somebody
 * else's address would share the account with its owner. A sign-up that nobody confirmed is therefore taken over, without
 * its password. Staff link while they are signed in. Call it inside a transaction.
 * Errors: `oauth.address_unverified`, `oauth.link_first`.
 */
export async function accountByAddress(ctx: Context, provider: string, person: OAuthPerson): Promise<AccountRow> {
  const email = verifiedAddress(person);
  const now = ctx.clock.now();
  const name = person.name?.trim().slice(0, 200) || (email.split("@")[0] ?? email);
  const fresh = { id: newId("acc"), email, name, passwordHash: "", role: "customer" as const, emailVerifiedAt: now, createdAt: now, updatedAt: now };
  await ctx.db.insert(accounts).values(fresh).onConflictDoNothing();
  // Its own when the address was free, else whose it is.
  const [owner] = await lockRow(ctx.db.select().from(accounts).where(and(eq(accounts.email, email), isNull(accounts.archivedAt))));
  if (!owner) throw new Error(`the account of ${fresh.id} is gone right after it was made`);
  if (owner.role !== "customer") throw new DomainError("forbidden", oauthReasons.linkFirst, "Sign in with your password, and link this provider in your account.");
  const account = owner.emailVerifiedAt === null ? await takeOver(ctx, owner, name) : owner;
  await addIdentity(ctx, { provider, person, accountId: account.id });
  return account;
}

function verifiedAddress({ email, isEmailVerified }: OAuthPerson): string {
  const parsed = isEmailVerified ? Email.safeParse(email) : null;
  if (parsed?.success) return parsed.data;
  throw new DomainError("forbidden", oauthReasons.addressUnverified, "The provider has not confirmed your e-mail address. Confirm it there, or sign up here.");
}

/** Nothing stays of who signed up with an address that was not theirs. */
async function takeOver(ctx: Context, { id }: AccountRow, name: string): Promise<AccountRow> {
  const now = ctx.clock.now();
  await endSessions(ctx, id);
  await ctx.db.delete(accountTokens).where(eq(accountTokens.accountId, id));
  const [taken] = await ctx.db
    .update(accounts)
    .set({ name, passwordHash: "", wantsNewsletter: false, emailVerifiedAt: now, updatedAt: now })
    .where(eq(accounts.id, id))
    .returning();
  if (!taken) throw new Error(`account ${id} is gone while it is locked`);
  return taken;
}
