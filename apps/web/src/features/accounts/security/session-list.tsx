import { useAnnounce } from "../../../components/announcer.tsx";
import { Button } from "../../../components/button.tsx";
import { Notice } from "../../../components/notice.tsx";
import { readError } from "../../../lib/api-error.ts";
import { trpc } from "../../../lib/trpc.ts";
import { SessionItem } from "./session-item.tsx";

/** Where one is signed in. Who is signed out there, notices it at the next step. */
export function SessionList() {
  const [sessions] = trpc.accounts.listSessions.useSuspenseQuery();
  const utils = trpc.useUtils();
  const announce = useAnnounce();
  const revoked = async (said: string) => {
    await utils.accounts.listSessions.invalidate();
    announce(said);
  };
  const revoke = trpc.accounts.revokeSession.useMutation({ onSuccess: () => revoked("Signed out there.") });
  const revokeOthers = trpc.accounts.revokeOtherSessions.useMutation({ onSuccess: () => revoked("Signed out everywhere else.") });
  const error = revoke.error ?? revokeOthers.error;
  return (
    <div className="space-y-5">
      <ul aria-label="Devices" className="divide-y divide-line border-y border-line">
        {sessions.map((session) => (
          <SessionItem
            key={session.id}
            session={session}
            isPending={revoke.isPending && revoke.variables.session === session.id}
            onRevoke={() => revoke.mutate({ session: session.id })}
          />
        ))}
      </ul>
      {error && (
        <Notice tone="fault" isAlert>
          {readError(error).message}
        </Notice>
      )}
      {sessions.length > 1 && (
        <Button look="quiet" size="sm" isPending={revokeOthers.isPending} pendingLabel="Signing out …" onClick={() => revokeOthers.mutate()}>
          Sign out everywhere else
        </Button>
      )}
    </div>
  );
}
