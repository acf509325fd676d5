import { classNames } from "../../lib/class-names.ts";
import { useEffect, useRef, type ReactNode } from "react";

export type StepState = "open" | "done" | "waiting";

interface StepProps {
  number: number;
  title: string;
  state: StepState;
  /** What was chosen, when it is done. */
  summary?: ReactNode;
  onEdit: () => void;
  children: ReactNode;
}

/** One numbered part of the checkout: open, done with a way back, or still to come. */
export function Step({ number, title, state, summary, onEdit, children }: StepProps) {
  const heading = useFocusWhenOpened(state);
  return (
    <section className="border-t border-edge py-6">
      <div className="flex items-baseline gap-4">
        <span aria-hidden className={classNames("figures w-6 font-display text-xl", state === "waiting" ? "text-edge" : "text-action")}>
          {number}
        </span>
        <h2 ref={heading} tabIndex={-1} className={classNames("flex-1 text-xl outline-none", state === "waiting" && "text-soft")}>
          {title}
        </h2>
        {state === "done" && (
          <button type="button" onClick={onEdit} className="link text-sm">
            Change<span className="sr-only"> {title.toLowerCase()}</span>
          </button>
        )}
      </div>
      {state === "done" && summary && <div className="mt-1 pl-10 text-sm wrap-anywhere text-soft">{summary}</div>}
      {state === "open" && <div className="mt-5 sm:pl-10">{children}</div>}
    </section>
  );
}

/** A step that opens after another was done takes the focus; on the first rendering nothing moves. */
function useFocusWhenOpened(state: StepState) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(state);
  useEffect(() => {
    if (state === "open" && before.current !== "open") heading.current?.focus();
    before.current = state;
  }, [state]);
  return heading;
}
