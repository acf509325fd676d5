import { useAnnounce } from "../components/announcer.tsx";
import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

/** After a link was followed: the focus starts at the new page's content, and its title is said, as on a full load. */
export function usePageFocus(contentId: string): void {
  const router = useRouter();
  const announce = useAnnounce();
  useEffect(
    () =>
      router.subscribe("onRendered", ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return;
        document.getElementById(contentId)?.focus({ preventScroll: true });
        announce(document.title);
      }),
    [router, announce, contentId],
  );
}
