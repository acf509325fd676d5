import {
  acceptInvitation,
  changePassword,
  confirmEmailChange,
  createAddress,
  deleteAddress,
  getProfile,
  listAddresses,
  listSessions,
  requestEmailChange,
  requestPasswordReset,
  requestVerification,
  resetPassword,
  revokeOtherSessions,
  revokeSession,
  signOut,
  signUp,
  updateAddress,
  updatePreferences,
  updateProfile,
} from "@cartwright/core/accounts";
import {
  AcceptInvitationInput,
  ChangeEmailInput,
  ChangePasswordInput,
  ConfirmEmailChangeInput,
  ConfirmPasswordInput,
  ConfirmSecondFactorInput,
  CreateAddressInput,
  DeleteAddressInput,
  EmailInput,
  ResetPasswordInput,
  RevokeSessionInput,
  SignInInput,
  SignUpInput,
  UpdateAddressInput,
  UpdatePreferencesInput,
  UpdateProfileInput,
  VerifyEmailInput,
} from "@cartwright/core/accounts/schemas";
import { confirmShopper, eraseMe, exportMyData, reorder, signInShopper, verifyShopperEmail } from "@cartwright/core/identity";
import { ReorderInput } from "@cartwright/core/identity/schemas";
import { router, shopper, signedIn } from "../trpc.ts";
import { withSession } from "../with-session.ts";

export const accountsRouter = router({
  /** Makes an account and mails a link that confirms its address. The answer is the same for an address that has one. Errors: `accounts.weak_password`. */
  signUp: shopper.input(SignUpInput).mutation(({ ctx, input }) => signUp(ctx.core, input)),
  /** Mails the link once more. The answer does not tell whether there is such an account. */
  requestVerification: shopper.input(EmailInput).mutation(({ ctx, input }) => requestVerification(ctx.core, input)),
  /** Confirms the address by the word from the mail and the chosen password, and signs in. Errors: `accounts.link_invalid`, `accounts.wrong_password`. */
  verifyEmail: shopper.input(VerifyEmailInput).mutation(({ ctx, input }) => withSession(ctx, verifyShopperEmail(ctx.core, input, ctx.device()))),
  /** Opens a session: a cookie in the browser, a bearer token at the command line. Errors: `accounts.wrong_credentials`, `accounts.second_factor_required` with `challenge`. */
  signIn: shopper.input(SignInInput).mutation(({ ctx, input }) => withSession(ctx, signInShopper(ctx.core, input, ctx.device()))),
  /** Answers the question for a code of the second factor, by the `challenge` of the refused sign-in. Errors: `second_factor.wrong_code`, `second_factor.challenge_over`, `second_factor.too_many_tries`. */
  confirmSecondFactor: shopper.input(ConfirmSecondFactorInput).mutation(({ ctx, input }) => withSession(ctx, confirmShopper(ctx.core, input, ctx.device()))),
  /** Somebody who was invited to the staff chooses a password, by the word from the link. Errors: `accounts.link_invalid`, `accounts.weak_password`. */
  acceptInvitation: shopper.input(AcceptInvitationInput).mutation(({ ctx, input }) => acceptInvitation(ctx.core, input)),
  /** Ends the session the request came with; without one nothing happens. */
  signOut: shopper.mutation(async ({ ctx }) => {
    if (ctx.sessionToken) await signOut(ctx.core, { token: ctx.sessionToken });
    ctx.cookies.clearSession();
    return null;
  }),
  /** Who is signed in, or null. */
  me: shopper.query(({ ctx }) => ctx.account),
  /** Mails a link to a new password. The answer does not tell whether there is such an account. */
  requestPasswordReset: shopper.input(EmailInput).mutation(({ ctx, input }) => requestPasswordReset(ctx.core, input)),
  /** A new password by the word from the mail; all sessions end. Errors: `accounts.link_invalid`, `accounts.weak_password`. */
  resetPassword: shopper.input(ResetPasswordInput).mutation(({ ctx, input }) => resetPassword(ctx.core, input)),
  /** Changes one's password; all other sessions end. Errors: `accounts.wrong_password`, `accounts.weak_password`, `access.sign_in_required`. */
  changePassword: signedIn.input(ChangePasswordInput).mutation(({ ctx, input }) => changePassword(ctx.core, input, ctx.sessionToken)),
  /** Mails a link to a new address, which counts once the link is followed. Errors: `accounts.wrong_password`, `access.sign_in_required`. */
  requestEmailChange: signedIn.input(ChangeEmailInput).mutation(({ ctx, input }) => requestEmailChange(ctx.core, input)),
  /** Follows that link, signed in or not. Errors: `accounts.link_invalid`, `accounts.email_taken`. */
  confirmEmailChange: shopper.input(ConfirmEmailChangeInput).mutation(({ ctx, input }) => confirmEmailChange(ctx.core, input)),
  /** Where one is signed in, the last visit first. Errors: `access.sign_in_required`. */
  listSessions: signedIn.query(({ ctx }) => listSessions(ctx.core, ctx.sessionToken)),
  /** Signs one of one's devices out. Errors: `session.not_found`, `access.sign_in_required`. */
  revokeSession: signedIn.input(RevokeSessionInput).mutation(({ ctx, input }) => revokeSession(ctx.core, input)),
  /** Signs out everywhere else, and tells how many that were. Errors: `access.sign_in_required`. */
  revokeOtherSessions: signedIn.mutation(({ ctx }) => revokeOtherSessions(ctx.core, ctx.sessionToken)),
  /** What one has told of oneself. Errors: `access.sign_in_required`. */
  profile: signedIn.query(({ ctx }) => getProfile(ctx.core)),
  /** Changes one's name. Errors: `access.sign_in_required`. */
  updateProfile: signedIn.input(UpdateProfileInput).mutation(({ ctx, input }) => updateProfile(ctx.core, input)),
  /** Changes newsletter, language and currency, as far as they are given. Errors: `access.sign_in_required`. */
  updatePreferences: signedIn.input(UpdatePreferencesInput).mutation(({ ctx, input }) => updatePreferences(ctx.core, input)),
  addresses: router({
    /** One's address book, with the defaults for parcel and bill. Errors: `access.sign_in_required`. */
    list: signedIn.query(({ ctx }) => listAddresses(ctx.core)),
    /** Adds an address; the first is the default for both. Errors: `accounts.address_limit` with `limit`, `idempotency.key_reused`, `access.sign_in_required`. */
    create: signedIn.input(CreateAddressInput).mutation(({ ctx, input }) => createAddress(ctx.core, input)),
    /** Changes what is given of one. Errors: `address.not_found`, `access.sign_in_required`. */
    update: signedIn.input(UpdateAddressInput).mutation(({ ctx, input }) => updateAddress(ctx.core, input)),
    /** Takes one out of the book. Errors: `address.not_found`, `access.sign_in_required`. */
    delete: signedIn.input(DeleteAddressInput).mutation(({ ctx, input }) => deleteAddress(ctx.core, input)),
  }),
  /** Puts what one of one's own orders was of into the cart; what is gone or fewer is in `notices`. Errors: `order.not_found`, `cart.placing`, `idempotency.key_reused`, `access.sign_in_required`. */
  reorder: signedIn.input(ReorderInput).mutation(({ ctx, input }) => reorder(ctx.core, input)),
  /** Everything the shop knows about one, as JSON; a change, so that the password is in no address. Errors: `accounts.wrong_password`, `access.sign_in_required`. */
  exportData: signedIn.input(ConfirmPasswordInput).mutation(({ ctx, input }) => exportMyData(ctx.core, input)),
  /** Forgets one for good. Errors: `accounts.orders_open` with `orders`, `accounts.is_staff`, `accounts.wrong_password`, `access.sign_in_required`. */
  erase: signedIn.input(ConfirmPasswordInput).mutation(async ({ ctx, input }) => {
    const erased = await eraseMe(ctx.core, input);
    ctx.cookies.clearSession();
    return erased;
  }),
});
