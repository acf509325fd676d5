import { Email } from "@cartwright/core/accounts/schemas";
import { Button } from "../../../components/button.tsx";
import { Notice } from "../../../components/notice.tsx";
import { readError } from "../../../lib/api-error.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useDraft } from "../../../lib/use-draft.ts";
import { Link } from "@tanstack/react-router";
import { emptySignUp, signUpDraft } from "./sign-up-draft.ts";

/** After signing up: where the mail went, and what to do when it does not come. */
export function MailSent() {
  const [{ email }] = useDraft(signUpDraft, emptySignUp);
  const again = trpc.accounts.requestVerification.useMutation();
  const address = Email.safeParse(email);
  return (
    <div className="max-w-xl space-y-6">
      <h1 className="text-3xl">We have sent you a mail.</h1>
      <p className="text-lg text-soft">
        It went to <strong className="font-medium wrap-anywhere text-ink">{address.success ? address.data : "the address you gave"}</strong>. Open the link in it and give
        your password once more: then the account is yours. The link is good for a day.
      </p>
      <p className="text-soft">Your cart stays as it is. Nothing there? Look among the unwanted mails, and see that the address is right.</p>
      <div aria-live="polite">
        {again.isSuccess && <Notice tone="good">We have sent it once more.</Notice>}
        {again.isError && <Notice tone="fault">{readError(again.error).message}</Notice>}
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        {address.success && (
          <Button look="quiet" isPending={again.isPending} pendingLabel="Sending …" onClick={() => again.mutate({ email: address.data })}>
            Send it again
          </Button>
        )}
        <Link to="/sign-up" className="link">
          Change the address
        </Link>
      </div>
    </div>
  );
}
