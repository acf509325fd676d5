import { beginOAuth, beginOAuthLink, listLinkedProviders, listOAuthProviders, unlinkOAuth } from "@cartwright/core/accounts";
import { BeginOAuthInput, LinkOAuthInput, UnlinkOAuthInput } from "@cartwright/core/accounts/schemas";
import { router, shopper, signedIn } from "../trpc.ts";

export const oauthRouter = router({
  /** The providers that one can sign in by here. */
  providers: shopper.query(({ ctx }) => listOAuthProviders(ctx.core)),
  /** Sets out to one: open `url`. It comes back to `/oauth/<provider>/callback`, which goes on to `returnTo`. Errors: `provider.not_found`. */
  begin: shopper.input(BeginOAuthInput).mutation(({ ctx, input }) => beginOAuth(ctx.core, input, ctx.cookies.ensureBrowserToken())),
  /** One's own, by which one can sign in. Errors: `access.sign_in_required`. */
  linked: signedIn.query(({ ctx }) => listLinkedProviders(ctx.core)),
  /** Sets out to add one to one's account, after the password. Errors: `provider.not_found`, `accounts.wrong_password`, `access.sign_in_required`. */
  link: signedIn.input(LinkOAuthInput).mutation(({ ctx, input }) => beginOAuthLink(ctx.core, input, ctx.cookies.ensureBrowserToken())),
  /** Takes one away, after the password. Errors: `provider.not_found`, `oauth.last_way_in`, `accounts.wrong_password`, `access.sign_in_required`. */
  unlink: signedIn.input(UnlinkOAuthInput).mutation(({ ctx, input }) => unlinkOAuth(ctx.core, input)),
});
