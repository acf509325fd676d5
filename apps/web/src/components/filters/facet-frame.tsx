import { ChevronIcon } from "../icons.tsx";
import { useState, type ReactNode } from "react";

interface FacetFrameProps {
  title: string;
  /** Open from the start: it is in use, or among the first. */
  isOpen: boolean;
  children: ReactNode;
}

export function FacetFrame({ title, isOpen, children }: FacetFrameProps) {
  // Decided once: what the visitor opens stays open while filters come and go.
  const [isOpenAtFirst] = useState(isOpen);
  return (
    <details open={isOpenAtFirst} className="group border-b border-line py-1">
      <summary className="flex min-h-11 items-center justify-between text-sm font-medium">
        {title}
        <span className="text-soft transition-transform group-open:rotate-180">
          <ChevronIcon />
        </span>
      </summary>
      <fieldset className="pb-4">
        <legend className="sr-only">{title}</legend>
        {children}
      </fieldset>
    </details>
  );
}
