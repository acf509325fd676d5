import { ChangeEmailInput } from "@cartwright/core/accounts/schemas";
import { Button } from "../../../components/button.tsx";
import { TextField } from "../../../components/field.tsx";
import { FormProblem } from "../../../components/form-problem.tsx";
import { Notice } from "../../../components/notice.tsx";
import { formText } from "../../../lib/form-text.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useCheckedForm } from "../../../lib/use-checked-form.ts";
import type { FormEvent } from "react";
import { OwnPasswordField, ownPassword } from "../own-password.tsx";

/** Another e-mail address, which counts once a link that is sent there was followed. */
export function EmailForm({ hasPassword }: { hasPassword: boolean }) {
  const ask = trpc.accounts.requestEmailChange.useMutation();
  const { form, errors, check } = useCheckedForm(ask.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = check(ChangeEmailInput, { email: formText(event.currentTarget, "email"), ...ownPassword(event.currentTarget, hasPassword) });
    if (input && !ask.isPending) ask.mutate(input);
  };
  return (
    <form {...form} onSubmit={submit} className="max-w-md space-y-4">
      <TextField label="New e-mail address" name="email" type="email" autoComplete="email" hint="We send a link there. Until it is followed, nothing changes." error={errors["email"]} />
      <OwnPasswordField hasPassword={hasPassword} error={errors["password"]} />
      <div aria-live="polite">{ask.data && <Notice tone="good">A mail is on its way to {ask.data.sentTo}. Open the link in it within a day.</Notice>}</div>
      <FormProblem error={ask.error} />
      <Button type="submit" look="quiet" size="sm" isPending={ask.isPending} pendingLabel="Sending …">
        Send the link
      </Button>
    </form>
  );
}
