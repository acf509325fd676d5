import { classNames } from "../lib/class-names.ts";
import type { ReactNode } from "react";

export function Container({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={classNames("mx-auto w-full max-w-7xl px-5 sm:px-8", className)}>{children}</div>;
}
