import type { ReactNode } from "react";

/** A page's title, and what it is for. */
export function PageIntro({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="max-w-xl space-y-3">
      <h1 className="text-3xl">{title}</h1>
      {children && <p className="text-lg text-soft">{children}</p>}
    </header>
  );
}
