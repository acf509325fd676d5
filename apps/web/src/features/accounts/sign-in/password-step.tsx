import { secondFactorReasons, SignInInput } from "@cartwright/core/accounts/schemas";
import { Button } from "../../../components/button.tsx";
import { TextField } from "../../../components/field.tsx";
import { NeedsScript } from "../../../components/needs-script.tsx";
import { Notice } from "../../../components/notice.tsx";
import { PasswordField } from "../../../components/password-field.tsx";
import { readError } from "../../../lib/api-error.ts";
import { formText } from "../../../lib/form-text.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useCheckedForm } from "../../../lib/use-checked-form.ts";
import { Link } from "@tanstack/react-router";
import type { FormEvent } from "react";
import type { SignedIn } from "../use-session.ts";

interface PasswordStepProps {
  /** Why this is asked for again. */
  problem: string | null;
  onSignedIn: (signedIn: SignedIn) => Promise<void>;
  onRefused: (error: unknown) => void;
}

export function PasswordStep({ problem, onSignedIn, onRefused }: PasswordStepProps) {
  const signIn = trpc.accounts.signIn.useMutation({ onSuccess: onSignedIn, onError: onRefused });
  const { form, errors, check } = useCheckedForm(signIn.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = check(SignInInput, { email: formText(event.currentTarget, "email"), password: formText(event.currentTarget, "password") });
    if (input && !signIn.isPending) signIn.mutate(input);
  };
  const said = signIn.isError ? refusal(signIn.error) : problem;
  return (
    <form {...form} onSubmit={submit} className="max-w-md space-y-5">
      <TextField label="E-mail address" name="email" type="email" autoComplete="username" error={errors["email"]} />
      <div className="space-y-1.5">
        <PasswordField label="Password" name="password" error={errors["password"]} />
        <p className="text-sm">
          <Link to="/forgot-password" className="link">
            Forgotten?
          </Link>
        </p>
      </div>
      <NeedsScript>Signing in needs JavaScript.</NeedsScript>
      {said && (
        <Notice tone="warn" isAlert>
          {said}
        </Notice>
      )}
      <Button type="submit" isPending={signIn.isPending} pendingLabel="Signing in …">
        Sign in
      </Button>
    </form>
  );
}

function refusal(error: unknown): string | null {
  const { reason, message } = readError(error);
  return reason === "input.invalid" || reason === secondFactorReasons.required ? null : message;
}
