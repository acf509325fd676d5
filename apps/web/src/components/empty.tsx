import type { ReactNode } from "react";

interface EmptyProps {
  title: string;
  children: ReactNode;
  actions?: ReactNode;
}

/** A list with nothing in it, said kindly. */
export function Empty({ title, children, actions }: EmptyProps) {
  return (
    <div className="mx-auto max-w-md py-16 text-center">
      <p className="font-display text-2xl">{title}</p>
      <div className="mt-3 text-soft">{children}</div>
      {actions && <div className="mt-8 flex flex-wrap justify-center gap-3">{actions}</div>}
    </div>
  );
}
