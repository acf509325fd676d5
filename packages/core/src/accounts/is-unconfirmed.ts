import type { AccountRow } from "./account-view.ts";

/** A customer who has not shown yet that mail to the address arrives can't sign in. Staff's addresses were given by who invited them. */
export function isUnconfirmed({ role, emailVerifiedAt }: Pick<AccountRow, "role" | "emailVerifiedAt">): boolean {
  return role === "customer" && emailVerifiedAt === null;
}
