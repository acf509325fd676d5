import { Button } from "../../../components/button.tsx";
import { Notice } from "../../../components/notice.tsx";
import { useEffect, useRef } from "react";

interface DeviceQuestionProps {
  /** As it calls itself. */
  device: string;
  userCode: string;
  /** As whom it would be signed in. */
  email: string;
  isAnswering: boolean;
  onApprove: () => void;
  onDeny: () => void;
}

export function DeviceQuestion({ device, userCode, email, isAnswering, onApprove, onDeny }: DeviceQuestionProps) {
  const start = useRef<HTMLHeadingElement>(null);
  useEffect(() => start.current?.focus(), []);
  return (
    <div className="max-w-xl space-y-5">
      <h2 ref={start} tabIndex={-1} className="text-xl wrap-anywhere outline-none">
        Sign in “{device}”?
      </h2>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-sm">
        <dt className="text-soft">Code</dt>
        <dd className="font-mono">{userCode}</dd>
        <dt className="text-soft">As</dt>
        <dd className="wrap-anywhere">{email}</dd>
      </dl>
      <Notice tone="warn">Say yes only if you started this yourself just now, and the code is the one that you see there. It will be able to do what you can do.</Notice>
      <div className="flex flex-wrap gap-3">
        <Button isPending={isAnswering} onClick={onApprove}>
          Yes, sign it in
        </Button>
        <Button look="quiet" isPending={isAnswering} onClick={onDeny}>
          No
        </Button>
      </div>
    </div>
  );
}
