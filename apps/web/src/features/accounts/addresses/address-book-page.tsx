import { mostAddresses } from "@cartwright/core/accounts/schemas";
import { Button } from "../../../components/button.tsx";
import { Empty } from "../../../components/empty.tsx";
import { trpc } from "../../../lib/trpc.ts";
import { useState } from "react";
import { AddressForm } from "./address-form.tsx";
import { KeptAddress } from "./kept-address.tsx";

/** Addresses that the checkout offers. */
export function AddressBookPage() {
  const [addresses] = trpc.accounts.addresses.list.useSuspenseQuery();
  const [isAdding, setAdding] = useState(false);
  return (
    <div className="space-y-8">
      <h1 className="text-3xl">Addresses</h1>
      {addresses.length === 0 && !isAdding && (
        <Empty title="Nothing in the book yet." actions={<Button onClick={() => setAdding(true)}>Add an address</Button>}>
          <p>What stands here needs no typing at the checkout.</p>
        </Empty>
      )}
      {addresses.length > 0 && (
        <ul aria-label="Your addresses" className="grid gap-5 sm:grid-cols-2">
          {addresses.map((kept) => (
            <KeptAddress key={kept.id} kept={kept} />
          ))}
        </ul>
      )}
      {isAdding ? (
        <section aria-label="A new address" className="rounded-md bg-ground p-6">
          <AddressForm kept={null} onDone={() => setAdding(false)} />
        </section>
      ) : (
        addresses.length > 0 &&
        addresses.length < mostAddresses && (
          <Button look="quiet" onClick={() => setAdding(true)}>
            Add an address
          </Button>
        )
      )}
    </div>
  );
}
