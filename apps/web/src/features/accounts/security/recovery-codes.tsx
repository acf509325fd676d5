import { useAnnounce } from "../../../components/announcer.tsx";
import { Button } from "../../../components/button.tsx";
import { Notice } from "../../../components/notice.tsx";
import { useEffect, useRef } from "react";

/** Shown this once. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const announce = useAnnounce();
  const start = useRef<HTMLHeadingElement>(null);
  useEffect(() => start.current?.focus(), []);
  const copy = () =>
    navigator.clipboard.writeText(codes.join("\n")).then(
      () => announce("Copied."),
      () => announce("They could not be copied. Mark and copy them by hand."),
    );
  return (
    <div className="max-w-2xl space-y-5">
      <h3 ref={start} tabIndex={-1} className="text-lg outline-none">
        Your recovery codes
      </h3>
      <Notice tone="warn" title="Keep them now: they are not shown again.">
        Each signs you in once when the telephone is lost. Print them, or put them where you keep passwords.
      </Notice>
      <ol aria-label="Recovery codes" className="grid gap-x-8 gap-y-1 rounded-md bg-ground p-5 font-mono text-sm whitespace-nowrap select-all lg:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-3 print:hidden">
        <Button look="quiet" size="sm" onClick={() => void copy()}>
          Copy
        </Button>
        <Button look="quiet" size="sm" onClick={() => print()}>
          Print
        </Button>
        <Button size="sm" onClick={onDone}>
          I have kept them
        </Button>
      </div>
    </div>
  );
}
