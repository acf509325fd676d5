import { accountReasons, ResetPasswordInput } from "@cartwright/core/accounts/schemas";
import { buttonClass } from "../../components/button-look.ts";
import { Button } from "../../components/button.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { Notice } from "../../components/notice.tsx";
import { NewPasswordField } from "../../components/password-field.tsx";
import { readError } from "../../lib/api-error.ts";
import { formText } from "../../lib/form-text.ts";
import { useCheckedForm } from "../../lib/use-checked-form.ts";
import { useFragment } from "../../lib/use-fragment.ts";
import { Link } from "@tanstack/react-router";
import type { FormEvent, ReactNode } from "react";
import { DeadLink } from "./dead-link.tsx";
import { ReadingLink } from "./reading-link.tsx";

interface ChoosePasswordProps {
  /** What is done with the word from the mail and the new password. */
  choose: { mutate: (input: { token: string; newPassword: string }) => void; error: unknown; isPending: boolean; isSuccess: boolean };
  intro: string;
  /** What it led to. */
  done: string;
  /** Said when the link is worth nothing. */
  deadLink: ReactNode;
}

/** A new password by a link from a mail. It signs nobody in. */
export function ChoosePassword({ choose, intro, done, deadLink }: ChoosePasswordProps) {
  const token = useFragment();
  const { form, errors, check } = useCheckedForm(choose.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = check(ResetPasswordInput, { token, newPassword: formText(event.currentTarget, "newPassword") });
    if (input && !choose.isPending) choose.mutate(input);
  };
  if (choose.isSuccess) {
    return (
      <div className="max-w-md space-y-6">
        <Notice tone="good" title="That is your password now." isAlert>
          {done}
        </Notice>
        <Link to="/sign-in" className={buttonClass({})}>
          Sign in
        </Link>
      </div>
    );
  }
  if (token === null) return <ReadingLink />;
  if (token === "" || errors["token"] || (choose.error && readError(choose.error).reason === accountReasons.linkInvalid)) {
    return <DeadLink title="This link does not work any more.">{deadLink}</DeadLink>;
  }
  return (
    <form {...form} onSubmit={submit} className="max-w-md space-y-5">
      <p className="text-lg text-soft">{intro}</p>
      <NewPasswordField label="New password" name="newPassword" error={errors["newPassword"]} />
      <FormProblem error={choose.error} />
      <Button type="submit" isPending={choose.isPending} pendingLabel="Keeping it …">
        Take this password
      </Button>
    </form>
  );
}
