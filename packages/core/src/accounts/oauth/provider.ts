import type { OAuthProviderName } from "../schemas.ts";

/** Who somebody is at a provider. */
export interface OAuthPerson {
  /** The provider's own id, which never changes. */
  subject: string;
  email: string | null;
  /** The provider has seen that mail to the address arrives. */
  isEmailVerified: boolean;
  name: string | null;
}

/** Somebody else who knows who people are (OAuth 2). Asked outside of transactions. */
export interface OAuthProvider {
  /** It takes a proof that the code is used by who asked for it (RFC 7636). */
  hasPkce: boolean;
  /** Where the browser is sent to say yes. */
  authorizeUrl(given: { state: string; codeVerifier: string | null }): string;
  /** Errors: `oauth.code_refused`, `oauth.provider_failed`. */
  findPerson(given: { code: string; codeVerifier: string | null }): Promise<OAuthPerson>;
}

declare module "../../kernel/context.ts" {
  interface Ports {
    /** Those that the shop is registered with; none as a rule. */
    oauth?: Partial<Record<OAuthProviderName, OAuthProvider>>;
  }
}
