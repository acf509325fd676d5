import type { AccountRole } from "@cartwright/db/constants/accounts";
import type { Permission } from "../kernel/permissions.ts";

/** Who is signed in, as the person sees it. */
export interface AccountView {
  id: string;
  email: string;
  name: string;
  role: AccountRole;
  permissions: readonly Permission[];
}

/** `token` is shown once: a cookie in the browser, a bearer token at the command line. */
export interface SessionView {
  token: string;
  expiresAt: string;
  account: AccountView;
}
