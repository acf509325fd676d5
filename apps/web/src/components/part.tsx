import { useId, type ReactNode } from "react";

interface PartProps {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
}

/** A titled part of a page of settings. */
export function Part({ title, intro, children }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="space-y-4 border-t border-line pt-6">
      <div className="space-y-1">
        <h2 id={id} className="text-xl">
          {title}
        </h2>
        {intro && <div className="max-w-prose wrap-anywhere text-soft">{intro}</div>}
      </div>
      {children}
    </section>
  );
}
