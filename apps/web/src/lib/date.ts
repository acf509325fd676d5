// A fixed zone: the server and the browser must write the same text.
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** An ISO moment as a day: `3 November 2025`. */
export function formatDay(iso: string): string {
  return day.format(new Date(iso));
}
