import { SecurityPage } from "../../features/accounts/security/security-page.tsx";
import { getRouteApi } from "@tanstack/react-router";

const securityRoute = getRouteApi("/account-area/account/security");

export function SecurityRoutePage() {
  const { oauth } = securityRoute.useSearch();
  return <SecurityPage oauth={oauth} />;
}
