import { useEffect, useRef } from "react";

interface BoundBoxProps {
  label: string;
  name: string;
  value: string | undefined;
  placeholder: string;
  onChange: (value: string | undefined) => void;
}

/** One end of a range. Takes effect on Enter and on leaving; what is no number is left out. */
export function BoundBox({ label, name, value = "", placeholder, onChange }: BoundBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  // A filter that is taken away empties the box, which keeps the focus if it has it.
  useEffect(() => {
    if (box.current) box.current.value = value;
  }, [value]);
  const settle = (text: string) => {
    const number = text.trim().replace(",", ".");
    if (number !== value) onChange(/^\d{1,9}(\.\d{1,3})?$/.test(number) ? number : undefined);
  };
  return (
    <input
      ref={box}
      name={name}
      aria-label={label}
      inputMode="decimal"
      defaultValue={value}
      placeholder={placeholder}
      onBlur={(event) => settle(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") settle(event.currentTarget.value);
      }}
      className="figures min-h-10 w-full min-w-0 rounded-md border border-edge bg-sheet px-2.5 text-sm placeholder:text-soft/80"
    />
  );
}
