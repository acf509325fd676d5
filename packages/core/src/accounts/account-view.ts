import type { accounts } from "@cartwright/db";
import type { AccountRole } from "@cartwright/db/constants/accounts";
import { permissions, type Permission } from "../kernel/permissions.ts";
import type { AccountView } from "./views.ts";

export type AccountRow = typeof accounts.$inferSelect;

/** What each role may do. A customer shops and sees their own. */
export const rolePermissions: Record<AccountRole, readonly Permission[]> = {
  customer: [],
  staff: ["catalog.read", "stock.read", "stock.adjust", "orders.read", "orders.write", "coupons.read", "settings.read"],
  admin: permissions,
};

type AccountFacts = Pick<typeof accounts.$inferSelect, "id" | "email" | "name" | "role" | "permissions"> & { hasSecondFactor?: boolean };

export function accountView(row: AccountFacts): AccountView {
  const { id, email, name, role, hasSecondFactor = false } = row;
  return { id, email, name, role, permissions: permissionsOf(row), hasSecondFactor, mustSetUpSecondFactor: false };
}

/** What an account may do: a member of staff what was granted, or what the role may as long as nothing was. An admin everything. */
export function permissionsOf({ role, permissions: granted }: Pick<AccountFacts, "role" | "permissions">): readonly Permission[] {
  // A word that is no permission any more, or not yet on this server, gives nothing.
  return role === "staff" && granted !== null ? permissions.filter((permission) => granted.includes(permission)) : rolePermissions[role];
}
