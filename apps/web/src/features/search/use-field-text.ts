import { useEffect, useRef } from "react";

/** What stands in a field, left to the field itself: so what was typed before the page came alive stays. Another text of the page's shows in it. */
export function useFieldText(text: string) {
  const ref = useRef<HTMLInputElement>(null);
  const shown = useRef(text);
  useEffect(() => {
    if (shown.current === text) return;
    shown.current = text;
    if (ref.current) ref.current.value = text;
  }, [text]);
  return {
    ref,
    read: () => ref.current?.value ?? "",
    write: (written: string) => {
      if (ref.current) ref.current.value = written;
    },
  };
}
