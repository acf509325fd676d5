import { LookUpOrderInput } from "@cartwright/core/orders/schemas";
import { Button } from "../../components/button.tsx";
import { TextField } from "../../components/field.tsx";
import { NeedsScript } from "../../components/needs-script.tsx";
import { Notice } from "../../components/notice.tsx";
import { readError } from "../../lib/api-error.ts";
import { formText } from "../../lib/form-text.ts";
import { fieldErrors, type FieldErrors } from "../../lib/form-errors.ts";
import { trpc } from "../../lib/trpc.ts";
import { useMutation } from "@tanstack/react-query";
import { useState, type ComponentType, type FormEvent } from "react";
import { OrderDetails } from "./order-details.tsx";

interface Asked {
  orderNumber: string;
  email: string;
}

interface FindOrderProps {
  /** Shown with the order, for whoever found it this way. */
  Below?: ComponentType<{ access: Asked }>;
}

/** A guest's way to an order: its number and the e-mail address it was bought with. */
export function FindOrder({ Below }: FindOrderProps) {
  const [errors, setErrors] = useState<FieldErrors>({});
  const { client } = trpc.useUtils();
  // A question that is asked by a button, so that it is nothing to keep in the cache.
  const find = useMutation({ mutationFn: (asked: Asked) => client.orders.lookUp.query(asked) });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const asked = { orderNumber: formText(form, "orderNumber"), email: formText(form, "email") };
    const parsed = LookUpOrderInput.safeParse(asked);
    setErrors(parsed.success ? {} : fieldErrors(parsed.error));
    if (parsed.success && !find.isPending) find.mutate(asked);
  };
  return (
    <div className="space-y-10">
      <form onSubmit={submit} noValidate className="max-w-md space-y-5">
        <TextField label="Order number" name="orderNumber" inputMode="numeric" autoComplete="off" hint="As in 1001, with or without #." error={errors["orderNumber"]} />
        <TextField label="E-mail address" name="email" type="email" autoComplete="email" hint="The one you ordered with." error={errors["email"]} />
        <NeedsScript>Looking up an order needs JavaScript. The link on your confirmation page does not.</NeedsScript>
        <Button type="submit" isPending={find.isPending} pendingLabel="Looking …">
          Find it
        </Button>
        {find.isError && (
          <Notice tone="warn" isAlert>
            {readError(find.error).httpStatus === 404
              ? "There is no such order with this address. Check both; one of them is off by something."
              : readError(find.error).message}
          </Notice>
        )}
      </form>
      {find.data && (
        <section aria-label={`Order ${find.data.number}`} className="rule-double border-b-0 border-t-3 pt-8">
          <OrderDetails order={find.data}>{Below && <Below access={find.variables} />}</OrderDetails>
        </section>
      )}
    </div>
  );
}
