export { rolePermissions } from "./account-view.ts";
export { createAccount } from "./create-account.ts";
export { findSession, type FoundSession } from "./find-session.ts";
export { signIn } from "./sign-in.ts";
export { signOut } from "./sign-out.ts";
export type * from "./views.ts";
