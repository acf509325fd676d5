import type { SessionView } from "../accounts/views.ts";
import type { MergeNotice } from "../cart/views.ts";

/** A session, and what became of the cart that was there before it. */
export interface SignedInView extends SessionView {
  cartNotices: MergeNotice[];
}
