import { accounts, inTransaction } from "@cartwright/db";
import { eq } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import type { AccountRow } from "./account-view.ts";
import { ownAccount } from "./own-account.ts";
import type { UpdatePreferencesInput, UpdateProfileInput } from "./schemas.ts";
import type { ProfileView } from "./views.ts";

/** What one has told of oneself. Errors: `access.sign_in_required`. */
export async function getProfile(ctx: Context): Promise<ProfileView> {
  return profileView(await ownAccount(ctx));
}

/** Changes one's own name. Errors: `access.sign_in_required`. */
export async function updateProfile(ctx: Context, { name }: UpdateProfileInput): Promise<ProfileView> {
  return change(ctx, { name });
}

/** Changes what is given: newsletter, language, currency. Errors: `access.sign_in_required`. */
export async function updatePreferences(ctx: Context, { wantsNewsletter, language, currency }: UpdatePreferencesInput): Promise<ProfileView> {
  return change(ctx, { wantsNewsletter, language, currency });
}

/** Drizzle leaves alone what is undefined. */
async function change(ctx: Context, set: Partial<AccountRow> | UpdatePreferencesInput): Promise<ProfileView> {
  return inTransaction(ctx, async (ctx) => {
    const account = await ownAccount(ctx, { isLocked: true });
    const [changed] = await ctx.db
      .update(accounts)
      .set({ ...set, updatedAt: ctx.clock.now() })
      .where(eq(accounts.id, account.id))
      .returning();
    return profileView(changed ?? account);
  });
}

export function profileView({ id, email, name, emailVerifiedAt, passwordHash, wantsNewsletter, language, currency, createdAt }: AccountRow): ProfileView {
  return {
    id,
    email,
    name,
    isEmailVerified: emailVerifiedAt !== null,
    hasPassword: passwordHash !== "",
    wantsNewsletter,
    language,
    currency,
    createdAt: createdAt.toISOString(),
  };
}
