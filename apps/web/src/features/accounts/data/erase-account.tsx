import { accountReasons, ConfirmPasswordInput } from "@cartwright/core/accounts/schemas";
import { Button } from "../../../components/button.tsx";
import { TextField } from "../../../components/field.tsx";
import { FormProblem } from "../../../components/form-problem.tsx";
import { readError } from "../../../lib/api-error.ts";
import { formText } from "../../../lib/form-text.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useCheckedForm } from "../../../lib/use-checked-form.ts";
import { useState, type FormEvent } from "react";
import { z } from "zod";
import { OwnPasswordField, ownPassword } from "../own-password.tsx";
import { leaveTo } from "../use-session.ts";
import { OpenOrders } from "./open-orders.tsx";

const sentence = "delete my account";

const EraseForm = ConfirmPasswordInput.extend({
  sentence: z.string().transform((text) => text.trim().toLowerCase()).pipe(z.literal(sentence, `Type “${sentence}”.`)),
});

/** What goes, what stays, and the way there: the password and a sentence that nobody types by accident. */
export function EraseAccount({ hasPassword }: { hasPassword: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const erase = trpc.accounts.erase.useMutation({ onSuccess: () => leaveTo("/account/deleted") });
  const { form, errors, check } = useCheckedForm(erase.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = event.currentTarget;
    const input = check(EraseForm, { ...ownPassword(typed, hasPassword), sentence: formText(typed, "sentence") });
    if (input && !erase.isPending) erase.mutate({ password: input.password });
  };
  const refusal = erase.isError ? readError(erase.error) : null;
  return (
    <div className="max-w-xl space-y-4">
      <ul className="list-disc space-y-1 pl-5 text-sm">
        <li>Your name, addresses, password, devices and cart are deleted, and all devices are signed out.</li>
        <li>Orders stay in the books without your name, as tax law asks: what was sold, when, for how much, to which country, and how it was paid.</li>
        <li>Coupons that you have used stay used. Nobody can tell any more by whom.</li>
        <li>While an order or a return is still under way, the account can’t be deleted.</li>
      </ul>
      {!isOpen && (
        <Button look="quiet" size="sm" onClick={() => setOpen(true)}>
          Delete my account …
        </Button>
      )}
      {isOpen && (
        <form {...form} onSubmit={submit} className="max-w-md space-y-4 rounded-md bg-fault-ground p-6">
          <OwnPasswordField hasPassword={hasPassword} error={errors["password"]} />
          <TextField label={`Type “${sentence}”`} name="sentence" autoComplete="off" autoCapitalize="none" error={errors["sentence"]} />
          {refusal?.reason === accountReasons.ordersOpen ? <OpenOrders details={refusal.details} /> : <FormProblem error={erase.error} />}
          <div className="flex flex-wrap gap-3">
            <Button type="submit" look="danger" size="sm" isPending={erase.isPending} pendingLabel="Deleting …">
              Delete it for good
            </Button>
            <Button look="quiet" size="sm" onClick={() => setOpen(false)}>
              Keep it
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
