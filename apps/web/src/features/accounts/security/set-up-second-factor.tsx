import { BeginSecondFactorInput } from "@cartwright/core/accounts/schemas";
import { Button } from "../../../components/button.tsx";
import { FormProblem } from "../../../components/form-problem.tsx";
import { PasswordField } from "../../../components/password-field.tsx";
import { formText } from "../../../lib/form-text.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useCheckedForm } from "../../../lib/use-checked-form.ts";
import type { FormEvent } from "react";
import { FirstCode } from "./first-code.tsx";

interface SetUpProps {
  onDone: (recoveryCodes: string[]) => Promise<void>;
  onStop: () => void;
}

/** The password, then a secret for the app, then a first code of it. */
export function SetUpSecondFactor({ onDone, onStop }: SetUpProps) {
  const begin = trpc.accounts.secondFactor.begin.useMutation();
  const { form, errors, check } = useCheckedForm(begin.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = check(BeginSecondFactorInput, { password: formText(event.currentTarget, "password") });
    if (input && !begin.isPending) begin.mutate(input);
  };
  if (begin.data) return <FirstCode draft={begin.data} onDone={onDone} onStop={onStop} />;
  return (
    <form {...form} onSubmit={submit} className="max-w-md space-y-4">
      <PasswordField label="Your password" name="password" error={errors["password"]} />
      <FormProblem error={begin.error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" size="sm" isPending={begin.isPending} pendingLabel="A moment …">
          Go on
        </Button>
        <Button look="quiet" size="sm" onClick={onStop}>
          Never mind
        </Button>
      </div>
    </form>
  );
}
