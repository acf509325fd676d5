import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { readError } from "../../lib/api-error.ts";
import { trpc } from "../../lib/trpc.ts";

/** Who is signed in, and the way out. */
export function AccountHeader({ onSignedOut }: { onSignedOut: () => void }) {
  const { data: account } = trpc.accounts.me.useQuery();
  const utils = trpc.useUtils();
  const signOut = trpc.accounts.signOut.useMutation({
    onSuccess: async () => {
      onSignedOut();
      await utils.invalidate();
    },
  });
  if (!account) return null;
  return (
    <header className="flex flex-wrap items-end justify-between gap-4">
      <div>
        <h1 className="text-3xl">Good to see you, {account.name.split(" ")[0]}.</h1>
        <p className="mt-2 text-soft">{account.email}</p>
      </div>
      <Button look="quiet" size="sm" isPending={signOut.isPending} pendingLabel="Signing out …" onClick={() => signOut.mutate()}>
        Sign out
      </Button>
      {signOut.isError && (
        <Notice tone="fault" isAlert>
          {readError(signOut.error).message}
        </Notice>
      )}
    </header>
  );
}
