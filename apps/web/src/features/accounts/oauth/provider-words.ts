import { oauthProviderNames, oauthReasons } from "@cartwright/core/accounts/schemas";
import type { Outputs } from "../../../lib/trpc.ts";

export type ProviderName = Outputs["accounts"]["oauth"]["providers"][number];

export const providerNames: Record<ProviderName, string> = { google: "Google", github: "GitHub" };

export const allProviders: readonly ProviderName[] = oauthProviderNames;

const problems: Record<string, string> = {
  [oauthReasons.attemptOver]: "That took too long, or was begun in another browser. Try once more.",
  [oauthReasons.denied]: "Nobody said yes there, so nothing has changed here.",
  [oauthReasons.codeRefused]: "The provider did not stand by its word. Try once more.",
  [oauthReasons.providerFailed]: "The provider does not answer at the moment. Try again later, or another way in.",
  [oauthReasons.addressUnverified]: "The provider has not confirmed your e-mail address. Confirm it there, or make an account here.",
  [oauthReasons.linkFirst]: "Sign in with your password, and add the provider under “Signing in” in your account.",
  [oauthReasons.linkedElsewhere]: "Somebody signs in to another account with that already.",
  [oauthReasons.linkedAlready]: "One of this provider is linked already. Take it away first.",
};

/** What became of the way to a provider, by the reason that came back with it. */
export function oauthProblem(reason: string): string {
  return problems[reason] ?? "Something went wrong on the way. Try again, or another way in.";
}
