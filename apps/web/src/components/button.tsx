import { classNames } from "../lib/class-names.ts";
import type { ButtonHTMLAttributes, MouseEvent } from "react";
import { buttonClass, type ButtonLook } from "./button-look.ts";

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, ButtonLook {
  isPending?: boolean;
  pendingLabel?: string;
}

/** While pending it keeps the focus and does nothing. */
export function Button({ look, size, isPending = false, pendingLabel, className, onClick, children, type = "button", ...rest }: ButtonProps) {
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (isPending) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type}
      onClick={click}
      aria-disabled={isPending || undefined}
      className={classNames(buttonClass({ look, size }), isPending && "opacity-70", className)}
    >
      {isPending ? (pendingLabel ?? children) : children}
    </button>
  );
}
