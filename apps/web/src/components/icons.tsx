import type { ReactNode } from "react";

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg aria-hidden viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round">
      {children}
    </svg>
  );
}

export const CrossIcon = () => (
  <Icon>
    <path d="m5 5 10 10M15 5 5 15" />
  </Icon>
);

export const ChevronIcon = () => (
  <Icon>
    <path d="m6 8 4 4 4-4" />
  </Icon>
);

export const SearchIcon = () => (
  <Icon>
    <circle cx="9" cy="9" r="5.5" />
    <path d="m13.2 13.2 3.8 3.8" />
  </Icon>
);

export const MenuIcon = () => (
  <Icon>
    <path d="M3 6h14M3 10h14M3 14h9" />
  </Icon>
);

/** Half lit: what the other colour scheme is switched with. */
export const SchemeIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="6.5" />
    <path d="M10 3.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
  </Icon>
);

/** The shop's mark: a lark over a field. */
export const LarkMark = () => (
  <svg aria-hidden viewBox="0 0 32 24" width="32" height="24" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round">
    <path d="M9 7.5c2.2-3.4 4.9-3.2 6.6.4 2-3.3 5-3.4 7.4-.9" />
    <path d="M2 14.5c9-2.4 19-2.4 28 0M2 18.5c9-2.4 19-2.4 28 0M6 22c6.6-1.6 13.4-1.6 20 0" opacity=".75" />
  </svg>
);
