import { readError } from "../lib/api-error.ts";
import type { QueryClient } from "@tanstack/react-query";

const signInPath = "/sign-in";

/**
 * Who was signed out elsewhere learns it at the next step that needs an account: a fresh page asks to sign in and leads back.
 * Nothing of the account stays in the browser's memory. What a page is opened with is ownData's business.
 */
export function watchSession(queryClient: QueryClient): void {
  const look = (error: unknown) => {
    if (location.pathname === signInPath || readError(error).reason !== "access.sign_in_required") return;
    const search = new URLSearchParams({ from: location.pathname + location.search, ended: "1" });
    location.assign(`${signInPath}?${search.toString()}`);
  };
  queryClient.getQueryCache().subscribe((event) => {
    // What nobody looks at was only fetched ahead.
    if (event.type === "updated" && event.action.type === "error" && event.query.getObserversCount() > 0) look(event.action.error);
  });
  queryClient.getMutationCache().subscribe((event) => {
    if (event.type === "updated" && event.action.type === "error") look(event.action.error);
  });
}
