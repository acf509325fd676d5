import { classNames } from "../lib/class-names.ts";

export interface ButtonLook {
  look?: "primary" | "quiet" | "plain" | "danger" | undefined;
  size?: "md" | "sm" | undefined;
}

const looks = {
  primary: "bg-action text-on-action hover:bg-action-strong",
  quiet: "border border-edge text-ink hover:border-ink hover:bg-ground",
  plain: "link px-0!",
  danger: "bg-fault text-on-action hover:opacity-90",
};

const sizes = { md: "min-h-12 px-6 text-base", sm: "min-h-10 px-4 text-sm" };

/** A button's looks, for links that are buttons too. */
export function buttonClass({ look = "primary", size = "md" }: ButtonLook): string {
  return classNames(
    "inline-flex items-center justify-center gap-2 rounded-md py-2 text-center font-medium transition-colors duration-150 disabled:opacity-50",
    looks[look],
    sizes[size],
  );
}
