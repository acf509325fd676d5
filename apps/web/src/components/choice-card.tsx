import { classNames } from "../lib/class-names.ts";
import type { ReactNode } from "react";

interface ChoiceCardProps {
  /** Of the group of radio buttons it belongs to. */
  name: string;
  title: string;
  aside?: ReactNode;
  isChosen: boolean;
  onChoose: () => void;
  children?: ReactNode;
}

export function ChoiceCard({ name, title, aside, isChosen, onChoose, children }: ChoiceCardProps) {
  return (
    <label
      className={classNames(
        "grid grid-cols-[auto_1fr_auto] items-start gap-x-3 rounded-md border px-4 py-3.5 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
        isChosen ? "border-ink bg-sheet ring-1 ring-ink" : "border-edge hover:border-ink",
      )}
    >
      <input type="radio" name={name} checked={isChosen} onChange={onChoose} className="mt-1 size-4.5 accent-action outline-none" />
      <span>
        <span className="block font-medium">{title}</span>
        {children && <span className="block text-sm text-soft">{children}</span>}
      </span>
      {aside && <span className="figures font-medium">{aside}</span>}
    </label>
  );
}
