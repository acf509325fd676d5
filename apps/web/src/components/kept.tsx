/** Beside a form's button: that it was taken. Always there, so that it is said when it comes. */
export function Kept({ isKept, text = "Kept." }: { isKept: boolean; text?: string }) {
  return <output className="text-sm text-soft">{isKept && text}</output>;
}
