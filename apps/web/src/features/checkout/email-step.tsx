import { Email } from "@cartwright/core/accounts/schemas";
import { Button } from "../../components/button.tsx";
import { TextField } from "../../components/field.tsx";
import { useState, type FormEvent } from "react";
import { StepProblem, useStepErrors } from "./step-problem.tsx";
import type { CheckoutView } from "./use-checkout.ts";
import { useCheckoutUpdate } from "./use-checkout.ts";
import { useDraft } from "./use-draft.ts";

export function EmailStep({ checkout, onDone }: { checkout: CheckoutView; onDone: () => void }) {
  const [draft, change] = useDraft("email", { email: checkout.email ?? "" });
  const [error, setError] = useState<string>();
  const update = useCheckoutUpdate();
  const serverErrors = useStepErrors(update.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = Email.safeParse(draft.email);
    setError(parsed.error?.issues[0]?.message);
    if (parsed.success && !update.isPending) update.mutate({ email: parsed.data }, { onSuccess: onDone });
  };
  return (
    <form onSubmit={submit} noValidate className="max-w-md space-y-5">
      <TextField
        label="E-mail address"
        type="email"
        name="email"
        autoComplete="email"
        hint="For the confirmation, and for nothing else."
        value={draft.email}
        error={error ?? serverErrors["email"]}
        onChange={(event) => change({ email: event.target.value })}
      />
      <StepProblem error={update.error} />
      <Button type="submit" isPending={update.isPending} pendingLabel="Keeping it …">
        On to the address
      </Button>
    </form>
  );
}
