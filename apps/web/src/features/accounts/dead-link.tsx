import { Notice } from "../../components/notice.tsx";
import type { ReactNode } from "react";

/** A link from a mail that opens nothing, and what to do instead. */
export function DeadLink({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="max-w-xl space-y-6">
      <Notice tone="warn" title={title} isAlert />
      {children}
    </div>
  );
}
