import { returnReasonLabels, returnReasons, ReturnReason } from "@cartwright/core/returns/schemas";
import { useAnnounce } from "../../components/announcer.tsx";
import { Button } from "../../components/button.tsx";
import { SelectField, TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { readError } from "../../lib/api-error.ts";
import { formText } from "../../lib/form-text.ts";
import { trpc } from "../../lib/trpc.ts";
import { useState, type FormEvent } from "react";
import type { OrderAccess, ReturnableLine } from "./queries.ts";
import { ReturnableLines } from "./returnable-lines.tsx";
import { useReturnChange } from "./use-return-change.ts";

interface ReturnFormProps {
  access: OrderAccess;
  returnable: readonly ReturnableLine[];
  onAsked: () => void;
}

/** What comes back, how many of it, and why. */
export function ReturnForm({ access, returnable, onAsked }: ReturnFormProps) {
  const [quantities, setQuantities] = useState<Record<string, number>>({});
  const [errors, setErrors] = useState<{ lines?: string; reason?: string }>({});
  const announce = useAnnounce();
  const { idempotencyKey, onSuccess, onError } = useReturnChange(access);
  const request = trpc.returns.request.useMutation({
    onError,
    onSuccess: async () => {
      await onSuccess();
      announce("We have your request.");
      onAsked();
    },
  });
  const change = (chosen: Record<string, number>) => {
    setQuantities(chosen);
    setErrors(({ lines: _, ...others }) => others);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const lines = Object.entries(quantities).map(([lineId, quantity]) => ({ lineId, quantity }));
    const reason = ReturnReason.safeParse(formText(form, "reason"));
    const comment = formText(form, "comment").trim();
    setErrors({ ...(lines.length === 0 ? { lines: "Choose what comes back." } : {}), ...(reason.success ? {} : { reason: "Say why." }) });
    if (lines.length === 0 || !reason.success || request.isPending) return;
    request.mutate({ access, lines, reason: reason.data, ...(comment ? { comment } : {}), idempotencyKey });
  };
  return (
    <form onSubmit={submit} noValidate className="max-w-xl space-y-5 rounded-md bg-ground p-5">
      <ReturnableLines returnable={returnable} quantities={quantities} error={errors.lines} onChange={change} />
      <SelectField label="Why" name="reason" defaultValue="" error={errors.reason}>
        <option value="" disabled>
          Choose …
        </option>
        {returnReasons.map((reason) => (
          <option key={reason} value={reason}>
            {returnReasonLabels[reason]}
          </option>
        ))}
      </SelectField>
      <TextField label="In your words" name="comment" isOptional maxLength={500} autoComplete="off" />
      {request.isError && (
        <Notice tone="warn" isAlert>
          {readError(request.error).message}
        </Notice>
      )}
      <Button type="submit" size="sm" isPending={request.isPending} pendingLabel="Asking …">
        Ask to send it back
      </Button>
    </form>
  );
}
