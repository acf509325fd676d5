import { SignUpInput } from "@cartwright/core/accounts/schemas";
import { Button } from "../../../components/button.tsx";
import { CheckField } from "../../../components/check-field.tsx";
import { TextField } from "../../../components/field.tsx";
import { FormProblem } from "../../../components/form-problem.tsx";
import { NeedsScript } from "../../../components/needs-script.tsx";
import { NewPasswordField } from "../../../components/password-field.tsx";
import { formText } from "../../../lib/form-text.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useCheckedForm } from "../../../lib/use-checked-form.ts";
import { useDraft } from "../../../lib/use-draft.ts";
import type { FormEvent } from "react";
import { emptySignUp, signUpDraft } from "./sign-up-draft.ts";

/** A new account, which can be used once its address is confirmed. */
export function SignUpForm({ onSent }: { onSent: () => void }) {
  const [draft, change] = useDraft(signUpDraft, emptySignUp);
  const signUp = trpc.accounts.signUp.useMutation({ onSuccess: onSent });
  const { form, errors, check } = useCheckedForm(signUp.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { name, email, newsletter } = draft;
    const input = check(SignUpInput, { name, email, password: formText(event.currentTarget, "password"), wantsNewsletter: newsletter === "yes" });
    if (input && !signUp.isPending) signUp.mutate(input);
  };
  return (
    <form {...form} onSubmit={submit} className="max-w-md space-y-5">
      <TextField label="Name" name="name" autoComplete="name" value={draft.name} error={errors["name"]} onChange={(event) => change({ name: event.target.value })} />
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username"
        hint="We send a mail there, to see that it is yours."
        value={draft.email}
        error={errors["email"]}
        onChange={(event) => change({ email: event.target.value })}
      />
      <NewPasswordField label="Password" name="password" error={errors["password"]} />
      <CheckField checked={draft.newsletter === "yes"} onChange={(event) => change({ newsletter: event.target.checked ? "yes" : "no" })}>
        Write to me now and then about what is new
      </CheckField>
      <NeedsScript>Making an account needs JavaScript. Ordering as a guest needs no account.</NeedsScript>
      <FormProblem error={signUp.error} />
      <Button type="submit" isPending={signUp.isPending} pendingLabel="Making it …">
        Make an account
      </Button>
    </form>
  );
}
