import { LiveRegion } from "../components/announcer.tsx";
import { HeadContent, Scripts, useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** The HTML around every page, whatever its status. */
export function Document({ children }: { children: ReactNode }) {
  const { scheme } = useRouter().options.context;
  return (
    <html lang="en" data-scheme={scheme ?? undefined} suppressHydrationWarning>
      <head>
        <HeadContent />
      </head>
      <body>
        {children}
        <LiveRegion />
        <Scripts />
      </body>
    </html>
  );
}
