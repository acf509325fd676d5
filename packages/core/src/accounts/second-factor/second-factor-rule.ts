import type { AccountRole } from "@cartwright/db/constants/accounts";
import type { ShopSettings } from "../../kernel/index.ts";
import type { AccountView } from "../views.ts";

/** The account as the shop lets it act: where staff must have a second factor, one without has no permission yet. */
export function underSecondFactorRule(shop: ShopSettings, account: AccountView): AccountView {
  if (account.hasSecondFactor || !isSecondFactorWanted(shop, account)) return account;
  return { ...account, permissions: [], mustSetUpSecondFactor: true };
}

export function isSecondFactorWanted(shop: ShopSettings, { role }: { role: AccountRole }): boolean {
  return shop.staffSecondFactor === "required" && role !== "customer";
}
