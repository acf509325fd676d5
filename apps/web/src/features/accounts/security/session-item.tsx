import { Button } from "../../../components/button.tsx";
import { formatDay } from "../../../lib/date.ts";
import type { Outputs } from "../../../lib/trpc.ts";

interface SessionItemProps {
  session: Outputs["accounts"]["listSessions"][number];
  isPending: boolean;
  onRevoke: () => void;
}

export function SessionItem({ session: { kind, device, createdAt, seenAt, isCurrent }, isPending, onRevoke }: SessionItemProps) {
  const name = device ?? (kind === "cli" ? "Command line" : "A browser that does not say which");
  const facts = [
    kind === "cli" && device && "command line",
    createdAt && `signed in on ${formatDay(createdAt)}`,
    seenAt && !isCurrent && `last seen on ${formatDay(seenAt)}`,
  ].filter(Boolean);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4 text-sm">
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere">{name}</p>
        <p className="text-soft">{facts.join(", ")}</p>
      </div>
      {isCurrent ? (
        <p className="font-medium text-action">This device</p>
      ) : (
        <Button look="quiet" size="sm" isPending={isPending} pendingLabel="Signing out …" onClick={onRevoke}>
          Sign out<span className="sr-only"> {name}</span>
        </Button>
      )}
    </li>
  );
}
