import { sessionStore, useSessionText } from "../../lib/session-store.ts";
import type { Outputs } from "../../lib/trpc.ts";

export type MergeNotice = Outputs["accounts"]["signIn"]["cartNotices"][number];

type CartNotice = Outputs["cart"]["get"]["notices"][number];

const name = "cart-merge";

/** Keeps what a sign-in has changed about the cart until the customer has seen it; nothing to say forgets the last. */
export function keepMergeNotices(notices: readonly MergeNotice[]): void {
  sessionStore.write(name, notices.length === 0 ? null : JSON.stringify(notices));
}

/** A cart that had waited with the cookie has joined at a change: said like a sign-in's. */
export function keepJoined(notices: readonly CartNotice[]): void {
  const joined = notices.filter(isOfMerge);
  if (joined.length > 0) keepMergeNotices(joined);
}

function isOfMerge(notice: CartNotice): notice is MergeNotice {
  return notice.kind === "merged_quantity" || notice.kind === "capped" || notice.kind === "over_line_limit" || notice.kind === "coupon_dropped" || notice.kind === "kept_aside";
}

export function forgetMergeNotices(): void {
  sessionStore.write(name, null);
}

/** None on the server and while hydrating. */
export function useMergeNotices(): MergeNotice[] {
  const text = useSessionText(name);
  // Only keepMergeNotices writes it.
  return text === null ? [] : (JSON.parse(text) as MergeNotice[]);
}

/** What became of things, in the shop's words. */
export function mergeNoticeText(notice: MergeNotice): string {
  switch (notice.kind) {
    case "merged_quantity":
      return `${nameOf(notice)}: ${notice.own} and ${notice.added} are ${notice.quantity} now.`;
    case "capped":
      return notice.by === "limit"
        ? `${nameOf(notice)}: ${notice.quantity} instead of ${notice.wanted}. We send no more of one thing at a time.`
        : `${nameOf(notice)}: ${notice.quantity} instead of ${notice.wanted}. That is all there is.`;
    case "over_line_limit":
      return `There are ${notice.lines} different things in it, and ${notice.limit} are the most. Nothing is lost; take some out before you add more.`;
    case "coupon_dropped":
      return `Your code ${notice.kept} stays, and ${notice.code} does not count beside it.`;
    case "kept_aside":
      return `An order is just being placed. ${notice.quantity === 1 ? "The thing" : `The ${notice.quantity} things`} from before you signed in ${notice.quantity === 1 ? "is" : "are"} kept, and will be in your cart after it.`;
  }
}

function nameOf({ title, variantTitle }: { title: string; variantTitle: string }): string {
  const name = title || "Something that is gone";
  return variantTitle ? `${name}, ${variantTitle}` : name;
}
