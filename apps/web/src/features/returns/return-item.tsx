import { returnReasonLabels } from "@cartwright/core/returns/schemas";
import { useAnnounce } from "../../components/announcer.tsx";
import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { readError } from "../../lib/api-error.ts";
import { trpc } from "../../lib/trpc.ts";
import type { OrderAccess, ReturnView } from "./queries.ts";
import { returnedUnits, returnMoney, returnTitle } from "./return-words.ts";
import { useReturnChange } from "./use-return-change.ts";

export function ReturnItem({ found, access }: { found: ReturnView; access: OrderAccess }) {
  const money = returnMoney(found);
  return (
    <div className="space-y-1 border-l-4 border-edge pl-4">
      <p className="font-medium">{returnTitle(found)}</p>
      <p className="text-soft">{returnedUnits(found)}</p>
      <p className="wrap-anywhere text-soft">
        {returnReasonLabels[found.reason]}
        {found.comment && `: “${found.comment}”`}
      </p>
      {found.note && <p className="wrap-anywhere">We say: {found.note}</p>}
      {money && <p className="figures font-medium">{money}</p>}
      {(found.status === "requested" || found.status === "approved") && <KeepIt returnId={found.id} access={access} />}
    </div>
  );
}

/** Calls a return off. */
function KeepIt({ returnId, access }: { returnId: string; access: OrderAccess }) {
  const announce = useAnnounce();
  const { idempotencyKey, onSuccess, onError } = useReturnChange(access);
  const cancel = trpc.returns.cancelMine.useMutation({
    onError,
    onSuccess: async () => {
      await onSuccess();
      announce("Called off: you keep it.");
    },
  });
  return (
    <>
      <Button look="plain" size="sm" isPending={cancel.isPending} pendingLabel="Calling it off …" onClick={() => cancel.mutate({ return: returnId, access, idempotencyKey })}>
        Keep it after all
      </Button>
      {cancel.isError && (
        <Notice tone="warn" isAlert>
          {readError(cancel.error).message}
        </Notice>
      )}
    </>
  );
}
