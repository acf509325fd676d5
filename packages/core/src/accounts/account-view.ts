import type { accounts } from "@cartwright/db";
import type { AccountRole } from "@cartwright/db/constants/accounts";
import { permissions, type Permission } from "../kernel/permissions.ts";
import type { AccountView } from "./views.ts";

/** What each role may do. A customer shops and sees their own. */
export const rolePermissions: Record<AccountRole, readonly Permission[]> = {
  customer: [],
  staff: ["catalog.read", "stock.read", "stock.adjust", "orders.read", "orders.write", "coupons.read", "settings.read"],
  admin: permissions,
};

export function accountView(row: Pick<typeof accounts.$inferSelect, "id" | "email" | "name" | "role">): AccountView {
  return { id: row.id, email: row.email, name: row.name, role: row.role, permissions: rolePermissions[row.role] };
}
