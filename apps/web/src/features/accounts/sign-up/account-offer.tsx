import { buttonClass } from "../../../components/button-look.ts";
import { trpc } from "../../../lib/trpc.ts";
import { keepDraft } from "../../../lib/use-draft.ts";
import { Link } from "@tanstack/react-router";
import { emptySignUp, signUpDraft } from "./sign-up-draft.ts";

/** For a guest who has just ordered: an account with the address of the order, which takes the order in. */
export function AccountOffer({ email, name }: { email: string; name: string }) {
  const { data: account } = trpc.accounts.me.useQuery();
  if (account !== null) return null;
  return (
    <section aria-labelledby="account-offer" className="space-y-3 rounded-md border border-edge p-6">
      <h2 id="account-offer" className="text-xl">
        Keep it all in one place
      </h2>
      <p className="max-w-prose text-sm text-soft">
        With an account this order, and all others to {email}, are found under your name, and the next one needs no typing. It takes a password and a look into your mail.
      </p>
      <Link to="/sign-up" onClick={() => keepDraft(signUpDraft, { ...emptySignUp, email, name })} className={buttonClass({ look: "quiet", size: "sm" })}>
        Make an account
      </Link>
    </section>
  );
}
