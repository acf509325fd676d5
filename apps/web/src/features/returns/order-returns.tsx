import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { readError } from "../../lib/api-error.ts";
import { trpc } from "../../lib/trpc.ts";
import { useState } from "react";
import type { OrderAccess } from "./queries.ts";
import { ReturnForm } from "./return-form.tsx";
import { ReturnItem } from "./return-item.tsx";

/** An order's returns and the way to a new one; nothing at all where nothing can be sent back. */
export function OrderReturns({ access }: { access: OrderAccess }) {
  const found = trpc.returns.ofOrder.useQuery({ access });
  const [isAsking, setIsAsking] = useState(false);
  const [wasAsked, setWasAsked] = useState(false);
  if (found.isPending) return <Skeleton className="h-24" />;
  if (!found.data) {
    return (
      <Notice tone="fault" isAlert title="What can be sent back could not be read.">
        <p>{readError(found.error).message}</p>
        <Button look="plain" onClick={() => void found.refetch()} isPending={found.isFetching} pendingLabel="Trying …">
          Try again
        </Button>
      </Notice>
    );
  }
  const { returns, returnable } = found.data;
  if (returns.length === 0 && returnable.length === 0) return null;
  return (
    <section className="space-y-4">
      <h2 className="text-xl">Returns</h2>
      {wasAsked && !isAsking && returns.some(({ status }) => status === "requested") && (
        <Notice tone="good" title="We have your request.">
          <p>Somebody will look at it and write here whether and how to send it.</p>
        </Notice>
      )}
      {returns.length > 0 ? (
        <ol className="space-y-4 text-sm">
          {returns.map((one) => (
            <li key={one.id}>
              <ReturnItem found={one} access={access} />
            </li>
          ))}
        </ol>
      ) : (
        <p className="text-sm text-soft">Nothing so far. If something is not right, it may come back.</p>
      )}
      {returnable.length > 0 && (
        <Button look="quiet" size="sm" aria-expanded={isAsking} onClick={() => setIsAsking(!isAsking)}>
          {isAsking ? "Not now" : "Return something"}
        </Button>
      )}
      {isAsking && (
        <ReturnForm
          access={access}
          returnable={returnable}
          onAsked={() => {
            setIsAsking(false);
            setWasAsked(true);
          }}
        />
      )}
    </section>
  );
}
