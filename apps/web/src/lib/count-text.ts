/** A count as it is shown: "1,000+" where there are at least so many. */
export function countText(count: number, isCapped = false): string {
  return `${count.toLocaleString("en-GB")}${isCapped ? "+" : ""}`;
}

/** "1 thing", "1,000+ things". */
export function thingsText(count: number, isCapped = false): string {
  return count === 1 && !isCapped ? "1 thing" : `${countText(count, isCapped)} things`;
}
