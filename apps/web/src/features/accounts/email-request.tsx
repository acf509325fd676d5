import { EmailInput } from "@cartwright/core/accounts/schemas";
import { Button } from "../../components/button.tsx";
import { TextField } from "../../components/field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { NeedsScript } from "../../components/needs-script.tsx";
import { Notice } from "../../components/notice.tsx";
import { formText } from "../../lib/form-text.ts";
import { useCheckedForm } from "../../lib/use-checked-form.ts";
import type { FormEvent } from "react";

interface EmailRequestProps {
  ask: { mutate: (input: EmailInput) => void; data: { sentTo: string } | undefined; error: unknown; isPending: boolean };
  /** On the button. */
  label: string;
  /** Whose mail is sent, such as "an account with". */
  condition: string;
  lifetime: string;
}

/** Asks for a link by mail. The answer does not tell whether there is such an account. */
export function EmailRequest({ ask, label, condition, lifetime }: EmailRequestProps) {
  const { form, errors, check } = useCheckedForm(ask.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = check(EmailInput, { email: formText(event.currentTarget, "email") });
    if (input && !ask.isPending) ask.mutate(input);
  };
  return (
    <form {...form} onSubmit={submit} className="max-w-md space-y-5">
      <TextField label="E-mail address" name="email" type="email" autoComplete="username" error={errors["email"]} />
      <NeedsScript>This needs JavaScript.</NeedsScript>
      <div aria-live="polite">
        {ask.data && (
          <Notice tone="good" title={`If there is ${condition} ${ask.data.sentTo}, a mail is on its way there.`}>
            The link in it is good for {lifetime}.
          </Notice>
        )}
      </div>
      <FormProblem error={ask.error} />
      <Button type="submit" isPending={ask.isPending} pendingLabel="Sending …">
        {ask.data ? "Send it again" : label}
      </Button>
    </form>
  );
}
