import { classNames } from "../lib/class-names.ts";
import type { ReactNode } from "react";

interface NoticeProps {
  tone?: "plain" | "good" | "warn" | "fault";
  title?: string;
  children?: ReactNode;
  /** Said at once by screen readers: for what has just gone wrong. */
  isAlert?: boolean;
  className?: string | undefined;
}

const tones = {
  plain: "bg-ground border-edge",
  good: "bg-good-ground border-action",
  warn: "bg-warn-ground border-warn",
  fault: "bg-fault-ground border-fault",
};

export function Notice({ tone = "plain", title, children, isAlert = false, className }: NoticeProps) {
  return (
    <div role={isAlert ? "alert" : undefined} className={classNames("rounded-sm border-l-4 px-4 py-3 text-sm", tones[tone], className)}>
      {title && <p className="font-medium">{title}</p>}
      {children}
    </div>
  );
}
