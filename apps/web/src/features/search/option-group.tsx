import type { ReactNode } from "react";

interface OptionGroupProps {
  id: string;
  group: { kind: string; title: string; items: readonly unknown[] };
  children: ReactNode;
}

/** Options of one kind under their name; nothing at all when there are none. */
export function OptionGroup({ id, group: { kind, title, items }, children }: OptionGroupProps) {
  if (items.length === 0) return null;
  return (
    <fieldset aria-labelledby={`${id}-${kind}`} className="border-line py-1.5 not-first:border-t">
      <p id={`${id}-${kind}`} role="presentation" className="px-4 pt-1.5 pb-1 text-xs text-soft">
        {title}
      </p>
      {children}
    </fieldset>
  );
}
