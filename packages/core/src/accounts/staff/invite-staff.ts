import { accounts, inTransaction, lockRow } from "@cartwright/db";
import { and, eq, isNull } from "drizzle-orm";
import { DomainError, emitEvents, newId, onceByKey, recordAudit, requirePermission, type Context } from "../../kernel/index.ts";
import { permissionsOf, type AccountRow } from "../account-view.ts";
import { addAccountToken } from "../account-token.ts";
import { staffReasons, type InviteStaffInput } from "../schemas.ts";
import type { InvitedStaffView } from "../views.ts";
import { getStaffView, requireHolding } from "./staff-row.ts";

/**
 * Makes somebody one of the staff: a new account without a password, whose owner is sent a link to choose one, or a
 * customer whose address is confirmed. Who was invited and has not answered is invited again. With `showLink` the word of the
 * link is answered and no mail is sent. Errors: `staff.permission_not_held`, `staff.is_staff_already`, `staff.address_unconfirmed`, `access.*`.
 */
export async function inviteStaff(ctx: Context, input: InviteStaffInput): Promise<InvitedStaffView> {
  requirePermission(ctx, "staff.write");
  const role = input.isAdmin ? ("admin" as const) : ("staff" as const);
  const rights = { role, permissions: input.isAdmin ? null : (input.permissions ?? null) };
  requireHolding(ctx, permissionsOf(rights));
  // The word of a link is in no kept answer.
  if (input.showLink) return inTransaction(ctx, (ctx) => invite(ctx, input, rights));
  return onceByKey(ctx, { procedure: "staff.invite", body: input }, (ctx) => invite(ctx, input, rights));
}

type Rights = Pick<AccountRow, "role" | "permissions">;

async function invite(ctx: Context, input: InviteStaffInput, rights: Rights): Promise<InvitedStaffView> {
  const id = newId("acc");
  const createdAt = ctx.clock.now();
  await ctx.db.insert(accounts).values({ id, email: input.email, name: input.name, passwordHash: "", ...rights, createdAt }).onConflictDoNothing();
  const [account] = await lockRow(ctx.db.select().from(accounts).where(and(eq(accounts.email, input.email), isNull(accounts.archivedAt))));
  if (!account) throw new Error("the account was neither there nor made");
  if (account.id !== id) await takeOver(ctx, account, rights);
  await recordAudit(ctx, { action: "staff.invite", subject: account.id, after: rights });
  return { ...(await getStaffView(ctx, account.id)), invitation: await sendInvitation(ctx, account, input.showLink) };
}

/** Somebody may have signed up under an address that is not theirs: as long as it is unconfirmed nobody is made staff by it. */
async function takeOver(ctx: Context, account: AccountRow, rights: Rights): Promise<void> {
  if (account.role !== "customer") {
    if (account.passwordHash !== "") throw new DomainError("conflict", staffReasons.isStaffAlready, `${account.email} is one of the staff already.`, { field: "email" });
    requireHolding(ctx, permissionsOf(account));
  } else if (account.emailVerifiedAt === null) {
    throw new DomainError("conflict", staffReasons.addressUnconfirmed, `There is an account of ${account.email} whose address was never confirmed.`, { field: "email" });
  }
  await ctx.db.update(accounts).set({ ...rights, updatedAt: ctx.clock.now() }).where(eq(accounts.id, account.id));
}

/** Who can sign in already needs no link. */
async function sendInvitation(ctx: Context, account: AccountRow, showLink: boolean): Promise<string | null> {
  if (account.passwordHash !== "") return null;
  if (showLink) return (await addAccountToken(ctx, { accountId: account.id, kind: "invite", email: account.email })).token;
  await emitEvents(ctx, [{ type: "account.invited", subject: account.id, payload: { accountId: account.id } }]);
  return null;
}
