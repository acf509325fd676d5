import { NeedsScript } from "../../components/needs-script.tsx";
import { Skeleton } from "../../components/skeleton.tsx";

/** Until the browser has read the link's word. */
export function ReadingLink() {
  return (
    <>
      <NeedsScript>Links from mails need JavaScript: their secret part never leaves the browser on its own.</NeedsScript>
      <Skeleton className="h-40 max-w-md noscript:hidden" />
    </>
  );
}
