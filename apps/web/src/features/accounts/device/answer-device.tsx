import { Button } from "../../../components/button.tsx";
import { Notice } from "../../../components/notice.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import { readError } from "../../../lib/api-error.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useEffect, useRef } from "react";

interface AnswerDeviceProps {
  userCode: string;
  onAnother: () => void;
}

/** Who waits under the code, and yes or no. */
export function AnswerDevice({ userCode, onAnother }: AnswerDeviceProps) {
  const { data: account } = trpc.accounts.me.useQuery();
  // Asked anew each time: what was found before may have been answered since.
  const found = trpc.accounts.device.find.useQuery({ userCode }, { staleTime: 0, refetchOnWindowFocus: false });
  const approve = trpc.accounts.device.approve.useMutation();
  const deny = trpc.accounts.device.deny.useMutation();
  const start = useRef<HTMLHeadingElement>(null);
  const isFound = found.isSuccess;
  useEffect(() => start.current?.focus(), [isFound]);
  if (approve.isSuccess) {
    return (
      <Notice tone="good" title="It is signed in as you." isAlert>
        Go back to the command line. Under “Signing in” in your account you can sign it out again.
      </Notice>
    );
  }
  if (deny.isSuccess) {
    return (
      <Notice title="It was refused." isAlert>
        Nobody was signed in. If you had not asked for it yourself, that was right.
      </Notice>
    );
  }
  const error = found.error ?? approve.error ?? deny.error;
  if (error) {
    return (
      <div className="max-w-xl space-y-5">
        <Notice tone="warn" isAlert>
          {readError(error).httpStatus === 404 ? "Nothing waits under this code. It was answered, or it is older than ten minutes; or a letter is wrong." : readError(error).message}
        </Notice>
        <Button look="quiet" onClick={onAnother}>
          Give another code
        </Button>
      </div>
    );
  }
  if (!found.data) return <Skeleton className="h-40 max-w-md" />;
  const isAnswering = approve.isPending || deny.isPending;
  return (
    <div className="max-w-xl space-y-5">
      <h2 ref={start} tabIndex={-1} className="text-xl outline-none">
        Sign in “{found.data.device ?? "a command line"}”?
      </h2>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-sm">
        <dt className="text-soft">Code</dt>
        <dd className="font-mono">{found.data.userCode}</dd>
        <dt className="text-soft">As</dt>
        <dd className="wrap-anywhere">{account?.email}</dd>
      </dl>
      <Notice tone="warn">Say yes only if you started this yourself just now, and the code is the one that you see there. It will be able to do what you can do.</Notice>
      <div className="flex flex-wrap gap-3">
        <Button isPending={isAnswering} onClick={() => approve.mutate({ userCode })}>
          Yes, sign it in
        </Button>
        <Button look="quiet" isPending={isAnswering} onClick={() => deny.mutate({ userCode })}>
          No
        </Button>
      </div>
    </div>
  );
}
