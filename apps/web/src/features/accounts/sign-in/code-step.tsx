import { ConfirmSecondFactorInput, secondFactorReasons } from "@cartwright/core/accounts/schemas";
import { Button } from "../../../components/button.tsx";
import { Notice } from "../../../components/notice.tsx";
import { readError } from "../../../lib/api-error.ts";
import { formText } from "../../../lib/form-text.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useCheckedForm } from "../../../lib/use-checked-form.ts";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { CodeField } from "../security/code-field.tsx";
import type { SignedIn } from "../use-session.ts";

interface CodeStepProps {
  challenge: string;
  onSignedIn: (signedIn: SignedIn) => Promise<void>;
  /** The question has run out: the password is asked for again. */
  onOver: (message: string) => void;
}

/** The second step: a code of the authenticator app, or one of the recovery codes. */
export function CodeStep({ challenge, onSignedIn, onOver }: CodeStepProps) {
  const [isRecovery, setRecovery] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const confirm = trpc.accounts.confirmSecondFactor.useMutation({
    onSuccess: onSignedIn,
    onError: (error) => {
      const { reason, message } = readError(error);
      if (reason === secondFactorReasons.challengeOver) onOver(message);
    },
  });
  const { form, errors, check } = useCheckedForm(confirm.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = check(ConfirmSecondFactorInput, { challenge, code: formText(event.currentTarget, "code") });
    if (input && !confirm.isPending) confirm.mutate(input);
  };
  return (
    <form {...form} onSubmit={submit} className="max-w-md space-y-5">
      <h2 ref={heading} tabIndex={-1} className="text-xl outline-none">
        One more thing
      </h2>
      <CodeField key={String(isRecovery)} kind={isRecovery ? "recovery" : "app"} error={errors["code"]} />
      {confirm.isError && !errors["code"] && (
        <Notice tone="warn" isAlert>
          {readError(confirm.error).message}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button type="submit" isPending={confirm.isPending} pendingLabel="Signing in …">
          Sign in
        </Button>
        <button
          type="button"
          className="link min-h-11 text-sm"
          onClick={() => {
            confirm.reset();
            setRecovery(!isRecovery);
          }}
        >
          {isRecovery ? "Use the app after all" : "Use a recovery code instead"}
        </button>
      </div>
    </form>
  );
}
