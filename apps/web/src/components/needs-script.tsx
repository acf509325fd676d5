import type { ReactNode } from "react";
import { Notice } from "./notice.tsx";

/** Said where a form does nothing without JavaScript. */
export function NeedsScript({ children }: { children: ReactNode }) {
  return (
    <noscript>
      <Notice>{children}</Notice>
    </noscript>
  );
}
