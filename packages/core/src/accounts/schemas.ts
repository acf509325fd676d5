import { z } from "zod";
import { countryRules } from "../kernel/countries.ts";
import { PageInput } from "../kernel/page.ts";
import { permissions } from "../kernel/permissions.ts";

export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email("Give an e-mail address, such as name@example.com."));

export const accountReasons = {
  wrongCredentials: "accounts.wrong_credentials",
  wrongPassword: "accounts.wrong_password",
  weakPassword: "accounts.weak_password",
  linkInvalid: "accounts.link_invalid",
  emailTaken: "accounts.email_taken",
  ordersOpen: "accounts.orders_open",
  addressLimit: "accounts.address_limit",
  isStaff: "accounts.is_staff",
  busy: "accounts.busy",
} as const;

const PersonName = z.string().trim().min(1, "Give your name.").max(200);
/** Given to be checked, as it is: no rule of a new password applies. */
const GivenPassword = z.string().min(1, "Give your password.").max(200);
/** The same for what is delicate; left out by those who have none, as they come by another provider. */
const OwnPassword = GivenPassword.optional();
/** NIST SP 800-63B and OWASP: length counts, no rules about kinds of letters, nothing cut off. See refuseWeakPassword. */
export const NewPassword = z.string().min(10, "Use at least 10 characters.").max(200, "Use at most 200 characters.");
const MailedToken = z.string().min(10, "The link is not complete.").max(100);

export const SignInInput = z.object({ email: Email, password: GivenPassword });
export type SignInInput = z.infer<typeof SignInInput>;

export const CreateAccountInput = z.object({
  email: Email,
  name: PersonName,
  password: NewPassword,
});
export type CreateAccountInput = z.infer<typeof CreateAccountInput>;

export const SignUpInput = CreateAccountInput.extend({ wantsNewsletter: z.boolean().default(false) });
export type SignUpInput = z.infer<typeof SignUpInput>;

/** The e-mail address alone: to be sent a link again, or one to a new password. */
export const EmailInput = z.object({ email: Email });
export type EmailInput = z.infer<typeof EmailInput>;

/** The word out of the mail, and the password that was chosen when signing up. */
export const VerifyEmailInput = z.object({ token: MailedToken, password: GivenPassword });
export type VerifyEmailInput = z.infer<typeof VerifyEmailInput>;

export const ResetPasswordInput = z.object({ token: MailedToken, newPassword: NewPassword });
export type ResetPasswordInput = z.infer<typeof ResetPasswordInput>;

export const ChangePasswordInput = z.object({ password: OwnPassword, newPassword: NewPassword });
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>;

export const ChangeEmailInput = z.object({ email: Email, password: OwnPassword });
export type ChangeEmailInput = z.infer<typeof ChangeEmailInput>;

export const ConfirmEmailChangeInput = z.object({ token: MailedToken });
export type ConfirmEmailChangeInput = z.infer<typeof ConfirmEmailChangeInput>;

export const ConfirmPasswordInput = z.object({ password: OwnPassword });
export type ConfirmPasswordInput = z.infer<typeof ConfirmPasswordInput>;

export const UpdateProfileInput = z.object({ name: PersonName });
export type UpdateProfileInput = z.infer<typeof UpdateProfileInput>;

const currencies = new Set(Intl.supportedValuesOf("currency"));

/** What is left out stays as it is; null is the shop's own. */
export const UpdatePreferencesInput = z.object({
  wantsNewsletter: z.boolean().optional(),
  /** A BCP 47 tag, such as `de` or `de-CH`. */
  language: z.string().trim().max(20).regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, "Give a language such as de or de-CH.").nullish(),
  /** ISO 4217: what prices are wished to be shown in. */
  currency: z.string().trim().toUpperCase().refine((code) => currencies.has(code), "Give a currency by its three letters, such as EUR.").nullish(),
});
export type UpdatePreferencesInput = z.infer<typeof UpdatePreferencesInput>;

export const RevokeSessionInput = z.object({ session: z.string().min(1).max(100) });

export { countryRules };

const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => text || null);

/** A postal address, checked by the rules of its country. */
export const Address = z
  .object({
    name: z.string().trim().min(1, "Who should it go to?").max(200),
    company: optional(200),
    line1: z.string().trim().min(1, "Give street and house number.").max(200),
    line2: optional(200),
    postcode: optional(20),
    city: z.string().trim().min(1, "Give the town or city.").max(100),
    region: optional(100),
    country: z.string().trim().toUpperCase().length(2, "Choose a country."),
    phone: optional(40).refine((phone) => !phone || /^[+()\d\s./-]{5,}$/.test(phone), "Use digits, spaces and a leading +."),
  })
  .superRefine((address, check) => {
    const rule = countryRules[address.country];
    if (!rule) {
      check.addIssue({ code: "custom", path: ["country"], message: "We can't send there." });
      return;
    }
    if (rule.postcode && !address.postcode) {
      check.addIssue({ code: "custom", path: ["postcode"], message: `Give the ${rule.postcode.label.toLowerCase()}, such as ${rule.postcode.example}.` });
    } else if (rule.postcode && address.postcode && !rule.postcode.pattern.test(address.postcode)) {
      check.addIssue({ code: "custom", path: ["postcode"], message: `That is not how ${rule.name} writes it: ${rule.postcode.example}.` });
    }
    if (rule.region?.isRequired && !address.region) {
      check.addIssue({ code: "custom", path: ["region"], message: `Give the ${rule.region.label.toLowerCase()}.` });
    }
  });
export type Address = z.infer<typeof Address>;
export type AddressDraft = z.input<typeof Address>;

const AddressId = z.string().min(1).max(60);
const IdempotencyKey = z.string().min(8).max(100);

/** How many an address book takes. */
export const mostAddresses = 50;

/** The first one is the default for both, whatever is said. */
export const CreateAddressInput = z.object({
  address: Address,
  isDefaultShipping: z.boolean().default(false),
  isDefaultBilling: z.boolean().default(false),
  idempotencyKey: IdempotencyKey.optional(),
});
export type CreateAddressInput = z.infer<typeof CreateAddressInput>;

/** What is left out stays as it is; another address stops being the default when this one becomes it. */
export const UpdateAddressInput = z.object({
  addressId: AddressId,
  address: Address.optional(),
  isDefaultShipping: z.boolean().optional(),
  isDefaultBilling: z.boolean().optional(),
});
export type UpdateAddressInput = z.infer<typeof UpdateAddressInput>;

export const DeleteAddressInput = z.object({ addressId: AddressId });

/** Reasons of the second factor. */
export const secondFactorReasons = {
  required: "accounts.second_factor_required",
  challengeOver: "second_factor.challenge_over",
  tooManyTries: "second_factor.too_many_tries",
  wrongCode: "second_factor.wrong_code",
  onAlready: "second_factor.on_already",
  notBegun: "second_factor.not_begun",
  off: "second_factor.off",
} as const;

/** Six digits of an app, or a recovery code; spaces and hyphens as they come. */
const Code = z.string().trim().min(6, "Give the code.").max(40);

/** What the refused sign-in brought, and the code. */
export const ConfirmSecondFactorInput = z.object({ challenge: MailedToken, code: Code });
export type ConfirmSecondFactorInput = z.infer<typeof ConfirmSecondFactorInput>;

export const BeginSecondFactorInput = z.object({ password: GivenPassword });
export type BeginSecondFactorInput = z.infer<typeof BeginSecondFactorInput>;

export const TurnOnSecondFactorInput = z.object({ code: Code });
export type TurnOnSecondFactorInput = z.infer<typeof TurnOnSecondFactorInput>;

export const TurnOffSecondFactorInput = z.object({ password: GivenPassword, code: Code });
export type TurnOffSecondFactorInput = z.infer<typeof TurnOffSecondFactorInput>;

/** Reasons of signing in a command line by a browser. */
export const deviceReasons = { denied: "device.denied", expired: "device.expired" } as const;

/** Where a signed-in browser answers a command line. */
export const devicePath = "/device";

/** Pages that mails lead to. The word stands behind a `#`, where no log and no Referer has it: `/account/reset#<word>`. */
export const verifyEmailPath = "/account/verify";
export const changeEmailPath = "/account/email";
export const resetPasswordPath = "/account/reset";
export const invitationPath = "/account/invitation";

/** How long a command line waits between two questions at least. */
export const devicePollSeconds = 5;

export const BeginDeviceSignInInput = z.object({
  /** What the machine calls itself. */
  device: z.string().trim().min(1).max(100),
});
export type BeginDeviceSignInInput = z.infer<typeof BeginDeviceSignInInput>;

export const PollDeviceInput = z.object({ deviceCode: z.string().min(20).max(100) });
export type PollDeviceInput = z.infer<typeof PollDeviceInput>;

/** Eight letters, however they are written. */
const UserCode = z
  .string()
  .max(40)
  .transform((text) => text.toUpperCase().replaceAll(/[^A-Z]/g, ""))
  .pipe(z.string().length(8, "The code has eight letters."));

export const DeviceCodeInput = z.object({ userCode: UserCode });
export type DeviceCodeInput = z.infer<typeof DeviceCodeInput>;
export type AnswerDeviceInput = DeviceCodeInput & { isApproved: boolean };

/** Reasons of API tokens. */
export const apiTokenReasons = { scopeNotHeld: "api_token.scope_not_held" } as const;

const PermissionWord = z.enum(permissions, "Give permissions such as orders.read.");
const PermissionWords = z.array(PermissionWord).min(1, "Name a permission, such as orders.read.").max(permissions.length);

export const CreateApiTokenInput = z.object({
  /** What it is for. */
  name: z.string().trim().min(1, "Give it a name.").max(100),
  scopes: PermissionWords,
  /** How long it is good for. */
  days: z.int("Give whole days.").min(1, "A token lasts for a day at least.").max(365, "A token lasts for a year (365 days) at most.").default(90),
  password: GivenPassword,
});
export type CreateApiTokenInput = z.infer<typeof CreateApiTokenInput>;

export const ListApiTokensInput = PageInput.extend({
  /** Those of all staff. */
  everybody: z.boolean().default(false),
});
export type ListApiTokensInput = z.infer<typeof ListApiTokensInput>;

export const RevokeApiTokenInput = z.object({
  /** By id, or by the first letters that lists show. */
  token: z.string().trim().min(1).max(60),
});
export type RevokeApiTokenInput = z.infer<typeof RevokeApiTokenInput>;

/** Reasons of staff and their permissions. */
export const staffReasons = {
  lastAdmin: "staff.last_admin",
  permissionNotHeld: "staff.permission_not_held",
  isStaffAlready: "staff.is_staff_already",
  addressUnconfirmed: "staff.address_unconfirmed",
  ownSecondFactor: "staff.own_second_factor",
} as const;

/** By e-mail address or id. */
const StaffHandle = z.string().trim().toLowerCase().min(1).max(254);

export const InviteStaffInput = z.object({
  email: Email,
  name: PersonName,
  /** Without them what staff may do as a rule. */
  permissions: PermissionWords.optional(),
  /** May do everything. */
  isAdmin: z.boolean().default(false),
  /** The invitation is answered as a link instead of being mailed. */
  showLink: z.boolean().default(false),
});
export type InviteStaffInput = z.infer<typeof InviteStaffInput>;

export const AcceptInvitationInput = z.object({ token: MailedToken, newPassword: NewPassword });
export type AcceptInvitationInput = z.infer<typeof AcceptInvitationInput>;

export const ListStaffInput = PageInput;
export type ListStaffInput = z.infer<typeof ListStaffInput>;

/** Permissions to add; or everything, as an admin. */
export const GrantPermissionsInput = z.object({ staff: StaffHandle, permissions: PermissionWords.optional(), isAdmin: z.boolean().default(false) });
export type GrantPermissionsInput = z.infer<typeof GrantPermissionsInput>;

export const RevokePermissionsInput = z.object({ staff: StaffHandle, permissions: PermissionWords });
export type RevokePermissionsInput = z.infer<typeof RevokePermissionsInput>;

export const StaffInput = z.object({ staff: StaffHandle });
export type StaffInput = z.infer<typeof StaffInput>;

/** Reasons of signing in by another provider. */
export const oauthReasons = {
  attemptOver: "oauth.attempt_over",
  denied: "oauth.denied",
  codeRefused: "oauth.code_refused",
  providerFailed: "oauth.provider_failed",
  addressUnverified: "oauth.address_unverified",
  linkFirst: "oauth.link_first",
  linkedElsewhere: "oauth.linked_elsewhere",
  linkedAlready: "oauth.linked_already",
  lastWayIn: "oauth.last_way_in",
} as const;

export const oauthProviderNames = ["google", "github"] as const;
export const OAuthProviderName = z.enum(oauthProviderNames);
export type OAuthProviderName = z.infer<typeof OAuthProviderName>;

/** Our own pages only. Browsers leave out tabs and line ends, and take a backslash for a slash. */
const OwnPath = z.string().max(500).regex(/^\/(?![/\\])[^\s\\]*$/, "Give a path of this shop.");

export const BeginOAuthInput = z.object({ provider: OAuthProviderName, returnTo: OwnPath.default("/account") });
export type BeginOAuthInput = z.infer<typeof BeginOAuthInput>;

export const LinkOAuthInput = BeginOAuthInput.extend({ password: OwnPassword });
export type LinkOAuthInput = z.infer<typeof LinkOAuthInput>;

export const UnlinkOAuthInput = z.object({ provider: OAuthProviderName, password: OwnPassword });
export type UnlinkOAuthInput = z.infer<typeof UnlinkOAuthInput>;
