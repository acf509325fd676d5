import { CrossIcon } from "../../components/icons.tsx";
import { Notice } from "../../components/notice.tsx";
import { Link } from "@tanstack/react-router";
import { forgetMergeNotices, mergeNoticeText, useMergeNotices } from "./merge-notices.ts";

/** What signing in has changed about the cart, on every page until it is put away. */
export function MergedCart() {
  const notices = useMergeNotices();
  const isMerged = notices.some((notice) => notice.kind !== "kept_aside");
  return (
    // Always there, so that it is said when it comes.
    <div aria-live="polite">
      {notices.length > 0 && (
        <Notice className="mb-8 flex items-start gap-4">
          <div className="min-w-0 flex-1">
            <p className="font-medium">{isMerged ? "We put your two carts together." : "Your cart from before is kept."}</p>
            <ul className="mt-1 space-y-1">
              {notices.map((notice) => {
                const text = mergeNoticeText(notice);
                return <li key={text}>{text}</li>;
              })}
            </ul>
            <p className="mt-2">
              <Link to="/cart" className="link font-medium">
                Look at the cart
              </Link>
            </p>
          </div>
          <button type="button" aria-label="Put this note away" onClick={forgetMergeNotices} className="-mt-1.5 -mr-2 grid size-11 shrink-0 place-items-center">
            <CrossIcon />
          </button>
        </Notice>
      )}
    </div>
  );
}
