import { Part } from "../../../components/part.tsx";
import { trpc } from "../../../lib/trpc.ts";
import { EraseAccount } from "./erase-account.tsx";
import { ExportData } from "./export-data.tsx";

export function DataPage() {
  const [profile] = trpc.accounts.profile.useSuspenseQuery();
  return (
    <div className="space-y-10">
      <h1 className="text-3xl">Your data</h1>
      <Part title="Take it with you" intro="Everything the shop knows about you, as JSON: account, addresses, devices, orders, returns and carts.">
        <ExportData hasPassword={profile.hasPassword} />
      </Part>
      <Part title="Delete the account" intro="Nothing brings it back, and it ends now.">
        <EraseAccount hasPassword={profile.hasPassword} />
      </Part>
    </div>
  );
}
