import { countText } from "../../lib/count-text.ts";

export interface Choice {
  value: string;
  label: string;
  count: number;
  /** There are at least so many. */
  isCapped?: boolean;
}

interface ChoiceBoxProps {
  name: string;
  choice: Choice;
  isChosen: boolean;
  onToggle: () => void;
}

export function ChoiceBox({ name, choice: { value, label, count, isCapped }, isChosen, onToggle }: ChoiceBoxProps) {
  return (
    <label className="flex min-h-9 items-center gap-3 text-sm">
      <input type="checkbox" name={name} value={value} checked={isChosen} onChange={onToggle} className="size-4.5 shrink-0 accent-action" />
      <span className="min-w-0 flex-1 break-words">{label}</span>
      <span className="figures text-xs text-soft">
        <span className="sr-only">, </span>
        {countText(count, isCapped)}
      </span>
    </label>
  );
}
