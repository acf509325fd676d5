import type { InputHTMLAttributes, ReactNode } from "react";

interface CheckFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "className"> {
  children: ReactNode;
}

/** A box to tick, and what that means. */
export function CheckField({ children, ...input }: CheckFieldProps) {
  return (
    <label className="flex min-h-11 items-center gap-3 text-sm">
      <input {...input} type="checkbox" className="size-4.5 shrink-0 accent-action" />
      <span>{children}</span>
    </label>
  );
}
