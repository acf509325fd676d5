import { SignInInput } from "@cartwright/core/accounts/schemas";
import { Button } from "../../components/button.tsx";
import { TextField } from "../../components/field.tsx";
import { NeedsScript } from "../../components/needs-script.tsx";
import { Notice } from "../../components/notice.tsx";
import { readError } from "../../lib/api-error.ts";
import { formText } from "../../lib/form-text.ts";
import { fieldErrors, firstErrors, type FieldErrors } from "../../lib/form-errors.ts";
import { trpc, type Outputs } from "../../lib/trpc.ts";
import { useState, type FormEvent } from "react";

type SignedIn = Outputs["accounts"]["signIn"];

export function SignInForm({ onSignedIn }: { onSignedIn: (signedIn: SignedIn) => void }) {
  const [errors, setErrors] = useState<FieldErrors>({});
  const utils = trpc.useUtils();
  const signIn = trpc.accounts.signIn.useMutation({
    onSuccess: async (signedIn) => {
      // The cart may have been merged, and much else is another's now.
      await utils.invalidate();
      onSignedIn(signedIn);
    },
    onError: (error) => setErrors(firstErrors(readError(error).fieldErrors)),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const parsed = SignInInput.safeParse({ email: formText(form, "email"), password: formText(form, "password") });
    setErrors(parsed.success ? {} : fieldErrors(parsed.error));
    if (parsed.success && !signIn.isPending) signIn.mutate(parsed.data);
  };
  return (
    <form onSubmit={submit} noValidate className="max-w-md space-y-5">
      <TextField label="E-mail address" name="email" type="email" autoComplete="username" error={errors["email"]} />
      <TextField label="Password" name="password" type="password" autoComplete="current-password" error={errors["password"]} />
      <NeedsScript>Signing in needs JavaScript.</NeedsScript>
      {signIn.isError && readError(signIn.error).reason !== "input.invalid" && (
        <Notice tone="warn" isAlert>
          {readError(signIn.error).message}
        </Notice>
      )}
      <Button type="submit" isPending={signIn.isPending} pendingLabel="Signing in …">
        Sign in
      </Button>
    </form>
  );
}
