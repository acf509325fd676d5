import { classNames } from "../../lib/class-names.ts";

interface MarkedProps {
  segments: readonly { text: string; isMatch: boolean }[];
  /** A stronger type instead of a marker's ground. */
  isQuiet?: boolean;
}

/** A text with what was searched for marked. */
export function Marked({ segments, isQuiet = false }: MarkedProps) {
  return segments.map(({ text, isMatch }, index) =>
    isMatch ? (
      // oxlint-disable-next-line react/no-array-index-key -- a text's pieces have nothing else to be told apart by
      <mark key={index} className={classNames("text-inherit", isQuiet ? "bg-transparent font-semibold" : "rounded-sm bg-warn-ground")}>
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
