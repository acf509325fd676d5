export { beginOAuth, beginOAuthLink } from "./begin-oauth.ts";
export { enterByOAuth } from "./enter-by-oauth.ts";
export { linkOAuth } from "./link-oauth.ts";
export { listLinkedProviders } from "./list-linked-providers.ts";
export { listOAuthProviders } from "./list-providers.ts";
export { pruneOAuthAttempts } from "./prune-oauth-attempts.ts";
export { takeOAuthAttempt, type OAuthAttempt } from "./take-oauth-attempt.ts";
export { unlinkOAuth } from "./unlink-oauth.ts";
export type { OAuthPerson, OAuthProvider } from "./provider.ts";
