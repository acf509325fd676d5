import { Email } from "@cartwright/core/accounts/schemas";
import { Button } from "../../components/button.tsx";
import { TextField } from "../../components/field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { refusedFields } from "../../lib/form-errors.ts";
import { trpc } from "../../lib/trpc.ts";
import { useDraft } from "../../lib/use-draft.ts";
import { useState, type FormEvent } from "react";
import type { CheckoutView } from "./use-checkout.ts";
import { useCheckoutUpdate } from "./use-checkout.ts";

export function EmailStep({ checkout, onDone }: { checkout: CheckoutView; onDone: () => void }) {
  const { data: account } = trpc.accounts.me.useQuery();
  const [draft, change] = useDraft("checkout.email", { email: checkout.email ?? account?.email ?? "" });
  const [error, setError] = useState<string>();
  const update = useCheckoutUpdate();
  const serverErrors = refusedFields(update.error);
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
      <FormProblem error={update.error} />
      <Button type="submit" isPending={update.isPending} pendingLabel="Keeping it …">
        On to the address
      </Button>
    </form>
  );
}
