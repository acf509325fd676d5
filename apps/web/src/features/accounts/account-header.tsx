import { Notice } from "../../components/notice.tsx";
import { trpc } from "../../lib/trpc.ts";
import { Link } from "@tanstack/react-router";

/** Who is signed in, and what the shop still wants of them. */
export function AccountHeader() {
  const { data: account } = trpc.accounts.me.useQuery();
  if (!account) return null;
  return (
    <header className="space-y-5">
      <div>
        <h1 className="text-3xl">Good to see you, {account.name.split(" ")[0]}.</h1>
        <p className="mt-2 wrap-anywhere text-soft">{account.email}</p>
      </div>
      {account.mustSetUpSecondFactor && (
        <Notice tone="warn" title="The shop wants a second factor of all its staff.">
          Until yours is set up you can’t do anything for the shop.{" "}
          <Link to="/account/security" className="link font-medium">
            Set it up
          </Link>
        </Notice>
      )}
    </header>
  );
}
