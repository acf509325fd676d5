import { signOut } from "@cartwright/core/accounts";
import { SignInInput } from "@cartwright/core/accounts/schemas";
import { signInShopper } from "@cartwright/core/identity";
import { router, shopper } from "../trpc.ts";

export const accountsRouter = router({
  /** Opens a session: a cookie in the browser, a bearer token at the command line. Errors: `accounts.wrong_credentials`. */
  signIn: shopper.input(SignInInput).mutation(async ({ ctx, input }) => {
    const session = await signInShopper(ctx.core, input);
    ctx.cookies.setSession(session.token, new Date(session.expiresAt));
    return session;
  }),
  /** Ends the session the request came with; without one nothing happens. */
  signOut: shopper.mutation(async ({ ctx }) => {
    if (ctx.sessionToken) await signOut(ctx.core, { token: ctx.sessionToken });
    ctx.cookies.clearSession();
    return null;
  }),
  /** Who is signed in, or null. */
  me: shopper.query(({ ctx }) => ctx.account),
});
