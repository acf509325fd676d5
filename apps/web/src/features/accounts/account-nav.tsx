import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { readError } from "../../lib/api-error.ts";
import { trpc } from "../../lib/trpc.ts";
import { Link } from "@tanstack/react-router";

/** The parts of an account, and the way out. */
export function AccountNav({ onSignedOut }: { onSignedOut: () => void }) {
  const signOut = trpc.accounts.signOut.useMutation({ onSuccess: onSignedOut });
  return (
    <nav aria-label="Your account" className="space-y-3 xl:sticky xl:top-8">
      <ul className="flex flex-wrap gap-x-5 text-sm xl:flex-col">
        {Object.entries(pages).map(([to, text]) => (
          <li key={to}>
            <Link
              to={to}
              activeOptions={{ exact: true }}
              activeProps={{ className: "font-semibold decoration-action decoration-2 underline" }}
              className="flex min-h-11 items-center underline-offset-8 hover:underline"
            >
              {text}
            </Link>
          </li>
        ))}
        <li>
          <Button look="plain" isPending={signOut.isPending} pendingLabel="Signing out …" className="min-h-11! text-sm! font-normal!" onClick={() => signOut.mutate()}>
            Sign out
          </Button>
        </li>
      </ul>
      {signOut.isError && (
        <Notice tone="fault" isAlert>
          {readError(signOut.error).message}
        </Notice>
      )}
    </nav>
  );
}

const pages = {
  "/account": "Orders",
  "/account/profile": "You",
  "/account/addresses": "Addresses",
  "/account/security": "Signing in",
  "/account/data": "Your data",
} as const;
