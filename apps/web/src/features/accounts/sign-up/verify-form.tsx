import { accountReasons, VerifyEmailInput } from "@cartwright/core/accounts/schemas";
import { Button } from "../../../components/button.tsx";
import { FormProblem } from "../../../components/form-problem.tsx";
import { PasswordField } from "../../../components/password-field.tsx";
import { readError } from "../../../lib/api-error.ts";
import { formText } from "../../../lib/form-text.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useCheckedForm } from "../../../lib/use-checked-form.ts";
import { forgetDrafts } from "../../../lib/use-draft.ts";
import { useFragment } from "../../../lib/use-fragment.ts";
import { Link } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { DeadLink } from "../dead-link.tsx";
import { ReadingLink } from "../reading-link.tsx";
import { useEnter, type SignedIn } from "../use-session.ts";
import { AskForMail } from "./ask-for-mail.tsx";
import { signUpDraft } from "./sign-up-draft.ts";

/** The last step of a sign-up: the word from the mail, and the password. */
export function VerifyForm({ onSignedIn }: { onSignedIn: (signedIn: SignedIn) => void }) {
  const token = useFragment();
  const enter = useEnter(onSignedIn);
  const verify = trpc.accounts.verifyEmail.useMutation({
    onSuccess: async (signedIn) => {
      forgetDrafts(signUpDraft);
      await enter(signedIn);
    },
  });
  const { form, errors, check } = useCheckedForm(verify.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = check(VerifyEmailInput, { token, password: formText(event.currentTarget, "password") });
    if (input && !verify.isPending) verify.mutate(input);
  };
  if (token === null) return <ReadingLink />;
  if (token === "" || errors["token"] || (verify.isError && readError(verify.error).reason === accountReasons.linkInvalid)) {
    return (
      <DeadLink title="This link does not work any more.">
        <p>It was used before, or it is older than a day. If you have confirmed your address with it, just sign in. Else we send you another.</p>
        <AskForMail />
      </DeadLink>
    );
  }
  return (
    <form {...form} onSubmit={submit} className="max-w-md space-y-5">
      <p className="text-lg text-soft">Your password once more, and the account is yours.</p>
      <PasswordField label="Password" name="password" hint="The one that you chose when you signed up." error={errors["password"]} />
      <FormProblem error={verify.error} />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button type="submit" isPending={verify.isPending} pendingLabel="Confirming …">
          Confirm and sign in
        </Button>
        <Link to="/forgot-password" className="link text-sm">
          I don’t know it any more
        </Link>
      </div>
    </form>
  );
}
