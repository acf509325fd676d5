import { apiUrl } from "../../lib/api-url.ts";
import type { Inputs } from "../../lib/trpc.ts";

/** Tells the shop that a find was opened. Nobody waits for it: it is sent even while the page is being left. */
export function tellClick(click: Inputs["search"]["click"]): void {
  navigator.sendBeacon(`${apiUrl}/search.click`, new Blob([JSON.stringify(click)], { type: "application/json" }));
}
