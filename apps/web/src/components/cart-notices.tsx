import { price } from "../lib/money.ts";
import type { Outputs } from "../lib/trpc.ts";
import { Notice } from "./notice.tsx";

type CartNotice = Outputs["cart"]["get"]["notices"][number];
type LineNotice = Extract<CartNotice, { lineId: string }>;

/** What has changed since things were put into the cart, said plainly. What is about codes stands where they are. */
export function CartNotices({ notices, className }: { notices: CartNotice[]; className?: string }) {
  const ofLines = notices.filter((notice) => "lineId" in notice);
  if (ofLines.length === 0) return null;
  return (
    <Notice tone="warn" title="Some things have changed since you put them in." className={className}>
      <ul className="mt-1 space-y-1">
        {ofLines.map((notice) => (
          <li key={`${notice.kind} ${notice.lineId}`}>{noticeText(notice)}</li>
        ))}
      </ul>
    </Notice>
  );
}

function noticeText(notice: LineNotice): string {
  const title = notice.title || "Something";
  if (notice.kind === "price_changed") {
    const direction = notice.to.amountMinor < notice.from.amountMinor ? "now costs less" : "now costs more";
    return `${title} ${direction}: ${price(notice.to)} instead of ${price(notice.from)}.`;
  }
  if (notice.kind === "not_for_sale") return `${title} is no longer for sale.`;
  return notice.available > 0
    ? `${title}: you wanted ${notice.wanted}, only ${notice.available} left.`
    : `${title} has sold out. It can’t be ordered as it stands.`;
}
