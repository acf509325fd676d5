import { accounts, lockRow } from "@cartwright/db";
import { and, eq, getTableColumns, inArray, isNull, ne, or } from "drizzle-orm";
import { DomainError, hasPermission, notFound, type Context, type Permission } from "../../kernel/index.ts";
import { permissionsOf, type AccountRow } from "../account-view.ts";
import { staffReasons } from "../schemas.ts";
import { hasSecondFactor } from "../session-adapter.ts";
import type { StaffView } from "../views.ts";

export const staffColumns = { ...getTableColumns(accounts), hasSecondFactor };

export const isStaff = and(inArray(accounts.role, ["staff", "admin"]), isNull(accounts.archivedAt));

/** One of the staff by id or address, as a row that is locked until the transaction ends. Errors: `staff.not_found`. */
export async function lockStaff(ctx: Context, handle: string): Promise<AccountRow> {
  const isNamed = or(eq(accounts.id, handle), eq(accounts.email, handle));
  const [row] = await lockRow(ctx.db.select().from(accounts).where(and(isStaff, isNamed)));
  if (!row) throw notFound("staff", handle);
  return row;
}

/** The same as it is now. */
export async function getStaffView(ctx: Context, id: string): Promise<StaffView> {
  const [row] = await ctx.db.select(staffColumns).from(accounts).where(eq(accounts.id, id));
  if (!row) throw notFound("staff", id);
  return staffView(row);
}

export function staffView(row: AccountRow & { hasSecondFactor: boolean }): StaffView {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    permissions: permissionsOf(row),
    hasSecondFactor: row.hasSecondFactor,
    isInvited: row.passwordHash === "" && row.emailVerifiedAt === null,
    createdAt: row.createdAt.toISOString(),
  };
}

/** Nobody hands on what they don't hold, nor takes away from somebody who holds more. Errors: `staff.permission_not_held`. */
export function requireHolding(ctx: Context, wanted: readonly Permission[]): void {
  const missing = wanted.filter((permission) => !hasPermission(ctx.actor, permission));
  if (missing.length === 0) return;
  throw new DomainError("forbidden", staffReasons.permissionNotHeld, `This needs somebody who holds ${missing.join(", ")}.`, { missing });
}

/**
 * That somebody else can still do everything. All admins are locked, so that of two who leave at once one stays.
 * Errors: `staff.last_admin`.
 */
export async function requireOtherAdmin(ctx: Context, id: string): Promise<void> {
  const canSignIn = ne(accounts.passwordHash, "");
  const matches = and(eq(accounts.role, "admin"), isNull(accounts.archivedAt), canSignIn);
  const admins = await lockRow(ctx.db.select({ id: accounts.id }).from(accounts).where(matches).orderBy(accounts.id));
  if (admins.some((admin) => admin.id !== id)) return;
  throw new DomainError("conflict", staffReasons.lastAdmin, "This is the only admin. Make somebody else one first.");
}
