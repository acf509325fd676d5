import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from "react";

interface Announced {
  text: string;
  announce: (text: string) => void;
}

const AnnounceContext = createContext<Announced>({ text: "", announce: () => {} });

/** Says something to screen readers without moving the focus. */
export function useAnnounce(): Announced["announce"] {
  return useContext(AnnounceContext).announce;
}

export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ words: "", count: 0 });
  const announce = useCallback((words: string) => setSaid(({ count }) => ({ words, count: count + 1 })), []);
  // The same words twice are said twice: a trailing space makes them differ.
  const text = said.words + (said.count % 2 ? "\u00a0" : "");
  const value = useMemo(() => ({ text, announce }), [text, announce]);
  return <AnnounceContext value={value}>{children}</AnnounceContext>;
}

/** Where it is said: once in the document. */
export function LiveRegion() {
  const { text } = useContext(AnnounceContext);
  return <output className="sr-only">{text}</output>;
}
