import { createApiToken, listApiTokens, revokeApiToken } from "@cartwright/core/accounts";
import { CreateApiTokenInput, ListApiTokensInput, RevokeApiTokenInput } from "@cartwright/core/accounts/schemas";
import { router, signedIn } from "../trpc.ts";

export const tokensRouter = router({
  /** One's own API tokens; everybody's with `tokens.write`. Errors: `page.bad_cursor`, `access.*`. */
  list: signedIn.input(ListApiTokensInput).query(({ ctx, input }) => listApiTokens(ctx.core, input)),
  /** A new one, shown this once, after the password. Errors: `accounts.wrong_password`, `api_token.scope_not_held`, `access.*`. */
  create: signedIn.input(CreateApiTokenInput).mutation(({ ctx, input }) => createApiToken(ctx.core, input)),
  /** Ends one; somebody else's with `tokens.write`. Errors: `api_token.not_found`, `access.*`. */
  revoke: signedIn.input(RevokeApiTokenInput).mutation(({ ctx, input }) => revokeApiToken(ctx.core, input)),
});
