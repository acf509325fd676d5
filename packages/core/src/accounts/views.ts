import type { AddressRecord } from "@cartwright/db";
import type { AccountRole, SessionKind } from "@cartwright/db/constants/accounts";
import type { Permission } from "../kernel/permissions.ts";

/** Who is signed in, as the person sees it. */
export interface AccountView {
  id: string;
  email: string;
  name: string;
  role: AccountRole;
  permissions: readonly Permission[];
  hasSecondFactor: boolean;
  /** The shop wants staff to have a second factor: until this one has set it up, the permissions are empty. */
  mustSetUpSecondFactor: boolean;
}

/** `token` is shown once: a cookie in the browser, whose pages are told an empty one, a bearer token at the command line. */
export interface SessionView {
  token: string;
  expiresAt: string;
  account: AccountView;
}

/** Where a mail was sent, if there is a reason to send one: the same whether or not the address is known. */
export interface MailSentView {
  sentTo: string;
}

/** A device that somebody is signed in with. */
export interface SessionItemView {
  id: string;
  kind: SessionKind;
  /** Such as "Firefox on Windows", as it calls itself; null when it did not say. */
  device: string | null;
  createdAt: string | null;
  /** The last visit, to about an hour. */
  seenAt: string | null;
  expiresAt: string;
  /** The one that asks. */
  isCurrent: boolean;
}

/** What an authenticator app needs: the secret to type, or the same as the text of a QR code. */
export interface SecondFactorDraftView {
  secret: string;
  uri: string;
}

/** Each signs in once when the device is lost. Shown this once. */
export interface RecoveryCodesView {
  recoveryCodes: string[];
}

export interface SecondFactorView {
  isOn: boolean;
  /** The shop wants this account to have one. */
  isRequired: boolean;
  onSince: string | null;
  recoveryCodesLeft: number;
}

/** A command line that wants to be signed in: what it shows, and what it keeps to itself. */
export interface DeviceSignInView {
  deviceCode: string;
  userCode: string;
  /** Where the code is typed, on the shop's own address. */
  path: string;
  intervalSeconds: number;
  expiresAt: string;
}

/** The same for whoever types the code. */
export interface DeviceRequestView {
  userCode: string;
  /** As it calls itself. */
  device: string | null;
  askedAt: string;
  expiresAt: string;
}

export type DevicePollView = { status: "pending" | "slow_down" } | { status: "signed_in"; session: SessionView };

/** An API token without the token. */
export interface ApiTokenView {
  id: string;
  name: string;
  /** The e-mail address of whose it is. */
  owner: string;
  /** Its first letters. */
  prefix: string;
  scopes: readonly string[];
  status: "active" | "expired" | "revoked";
  createdAt: string;
  expiresAt: string | null;
  /** To about an hour. */
  usedAt: string | null;
  revokedAt: string | null;
}

/** `token` is shown this once. */
export interface CreatedApiTokenView extends ApiTokenView {
  token: string;
}

/** Somebody who works for the shop. */
export interface StaffView {
  id: string;
  email: string;
  name: string;
  role: AccountRole;
  permissions: readonly Permission[];
  hasSecondFactor: boolean;
  /** The invitation was not taken up yet. */
  isInvited: boolean;
  createdAt: string;
}

/** `invitation` is the word of the link, when it was asked for instead of a mail. */
export interface InvitedStaffView extends StaffView {
  invitation: string | null;
}

/** Where a browser is sent to sign in by a provider. */
export interface OAuthWayView {
  url: string;
}

/** A provider by which somebody can sign in, and the address they have there. */
export interface LinkedProviderView {
  provider: string;
  email: string | null;
  linkedAt: string;
}

/** One of the addresses that a customer keeps. At most one is the default of each kind. */
export interface KeptAddressView {
  id: string;
  address: AddressRecord;
  isDefaultShipping: boolean;
  isDefaultBilling: boolean;
}

/** What somebody has told of themselves, for themselves. */
export interface ProfileView {
  id: string;
  email: string;
  name: string;
  isEmailVerified: boolean;
  /** False for who comes by another provider only. */
  hasPassword: boolean;
  wantsNewsletter: boolean;
  /** Null for the shop's own. */
  language: string | null;
  currency: string | null;
  createdAt: string;
}

/** What an account holds of its person, as it is exported for them. Nothing in it opens anything. */
export interface AccountDataView {
  profile: Omit<ProfileView, "wantsNewsletter"> & { role: AccountRole };
  consents: { newsletter: boolean };
  addresses: KeptAddressView[];
  sessions: Omit<SessionItemView, "id" | "isCurrent">[];
  apiTokens: { name: string; prefix: string; scopes: string[]; createdAt: string; expiresAt: string | null; usedAt: string | null; revokedAt: string | null }[];
  providers: { provider: string; subject: string; email: string | null; createdAt: string }[];
  hasSecondFactor: boolean;
}
