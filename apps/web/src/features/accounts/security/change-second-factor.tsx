import { TurnOffSecondFactorInput } from "@cartwright/core/accounts/schemas";
import { Button } from "../../../components/button.tsx";
import { FormProblem } from "../../../components/form-problem.tsx";
import { PasswordField } from "../../../components/password-field.tsx";
import { formText } from "../../../lib/form-text.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useCheckedForm } from "../../../lib/use-checked-form.ts";
import type { FormEvent } from "react";
import { CodeField } from "./code-field.tsx";

interface ChangeProps {
  /** The new recovery codes, or null when there are none any more. */
  onDone: (recoveryCodes: string[] | null) => Promise<void>;
  onStop: () => void;
}

/** New recovery codes in place of the old ones. */
export function RenewCodes({ onDone, onStop }: ChangeProps) {
  const renew = trpc.accounts.secondFactor.renewRecoveryCodes.useMutation({ onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes) });
  return <PasswordAndCode change={renew} label="Make new codes" onStop={onStop} />;
}

export function TurnOff({ onDone, onStop }: ChangeProps) {
  const turnOff = trpc.accounts.secondFactor.disable.useMutation({ onSuccess: () => onDone(null) });
  return <PasswordAndCode change={turnOff} label="Turn it off" onStop={onStop} />;
}

interface PasswordAndCodeProps {
  change: { mutate: (input: TurnOffSecondFactorInput) => void; error: unknown; isPending: boolean };
  label: string;
  onStop: () => void;
}

function PasswordAndCode({ change, label, onStop }: PasswordAndCodeProps) {
  const { form, errors, check } = useCheckedForm(change.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = check(TurnOffSecondFactorInput, { password: formText(event.currentTarget, "password"), code: formText(event.currentTarget, "code") });
    if (input && !change.isPending) change.mutate(input);
  };
  return (
    <form {...form} onSubmit={submit} className="max-w-md space-y-4">
      <PasswordField label="Your password" name="password" error={errors["password"]} />
      <CodeField kind="any" error={errors["code"]} />
      <FormProblem error={change.error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" size="sm" isPending={change.isPending} pendingLabel="A moment …">
          {label}
        </Button>
        <Button look="quiet" size="sm" onClick={onStop}>
          Never mind
        </Button>
      </div>
    </form>
  );
}
