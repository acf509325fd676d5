import { groupBy } from "../group-by.ts";
import { newsPrefix } from "../story/news.ts";
import type { Handling, Promised } from "./evidence.ts";

/** By the shop's clock; less than the lease itself, for rounding. */
const leaseMilliseconds = 59_000;

interface EventRow {
  id: string;
  subject: string;
  status: string;
}

export const events: Promised = {
  name: "E1",
  says: "every event is handled, in the order of its subject, by one worker at a time",
  async check({ sql, told }) {
    if (!told) {
      const dead = await sql.rows<EventRow>("select id, subject, status from outbox_events where status in ('waiting', 'dead')");
      return { looked: dead.length, broken: dead.map((row) => `event ${row.id} of ${row.subject} is ${row.status}`) };
    }
    const prefix = newsPrefix(told.story);
    const rows = await sql.rows<EventRow>("select id, subject, status from outbox_events where subject >= ? and subject < ? order by seq", [prefix, `${prefix}~`]);
    const handled = groupBy(told.handled, (line) => line.id);
    const broken: string[] = [];
    for (const [subject, list] of groupBy(rows, (row) => row.subject)) {
      let before = 0;
      for (const [index, { id, status }] of list.entries()) {
        const lines = handled.get(id) ?? [];
        const at = `event ${index + 1} of ${subject}`;
        const begins = lines.find((line) => line.what === "begins")?.at ?? Infinity;
        const ends = lines.find((line) => line.what === "ends")?.at ?? Infinity;
        if (status !== "done" || ends === Infinity) broken.push(`${at} is ${status} and was ${ends === Infinity ? "never " : ""}handled`);
        if (begins < before) broken.push(`${at} began ${before - begins} ms before the one before it had ended`);
        if (isHandledTwiceAtOnce(lines)) broken.push(`${at} was in the hands of two workers: ${JSON.stringify(lines)}`);
        before = ends;
      }
    }
    return { looked: rows.length, broken };
  },
};

/** The event was lent to another worker before the lease of the first was over or its attempt had failed. */
function isHandledTwiceAtOnce(lines: readonly Handling[]): boolean {
  if (lines.some((line) => line.isStolen)) return true;
  return lines.some((line, index) => {
    if (line.what !== "begins" || !line.leaseUntil) return false;
    const earlier = lines.slice(0, index).findLast((other) => other.what === "begins" && other.leaseUntil);
    if (!earlier?.leaseUntil || Math.abs(line.leaseUntil - earlier.leaseUntil) >= leaseMilliseconds) return false;
    return !lines.slice(0, index).some((other) => other.what === "fails" && other.pid === earlier.pid && other.at >= earlier.at);
  });
}
