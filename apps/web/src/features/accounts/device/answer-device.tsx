import { Button } from "../../../components/button.tsx";
import { Notice } from "../../../components/notice.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import { readError } from "../../../lib/api-error.ts";
import { trpc } from "../../../lib/trpc.ts";
import { DeviceQuestion } from "./device-question.tsx";

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
  return (
    <DeviceQuestion
      device={found.data.device ?? "a command line"}
      userCode={found.data.userCode}
      email={account?.email ?? ""}
      isAnswering={approve.isPending || deny.isPending}
      onApprove={() => approve.mutate({ userCode })}
      onDeny={() => deny.mutate({ userCode })}
    />
  );
}
