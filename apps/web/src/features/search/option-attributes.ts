import { classNames } from "../../lib/class-names.ts";

export interface OptionProps {
  id: string;
  isActive: boolean;
  onChoose: () => void;
}

/** What makes a link one of the box's options: the focus stays in the field, and the arrows walk over it. */
export function optionAttributes({ id, isActive, onChoose }: OptionProps) {
  return {
    id,
    role: "option",
    "aria-selected": isActive,
    tabIndex: -1,
    draggable: false,
    onClick: onChoose,
    className: classNames("flex min-h-11 items-center gap-3 px-4 py-1.5 text-sm", isActive ? "bg-ground shadow-[inset_3px_0_0_var(--color-action)]" : "hover:bg-ground/60"),
  } as const;
}
