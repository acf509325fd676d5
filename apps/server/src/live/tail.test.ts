import { expect, it } from "vitest";
import { requireRecent, tail, type Seen, type Source } from "./tail.ts";

const hour = 3_600_000;
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds);

/** One change a minute for so many hours, in pages of 50. */
function changes(hours: number) {
  const all = Array.from({ length: hours * 60 }, (_, i): Seen => ({ key: `ord_${String(i).padStart(6, "0")}`, version: 1, at: ago(hours * hour - i * 60_000).toISOString() }));
  const remembered: number[] = [];
  const source: Source<Seen> = {
    read: async ({ since, after, known }) => {
      remembered.push(known.size);
      const from = after ?? { at: since, id: "" };
      const left = all.filter(({ at, key }) => new Date(at) > from.at || (at === from.at.toISOString() && key > from.id));
      const items = left.slice(0, 50);
      const last = items.at(-1);
      return { items: items.filter(({ key }) => !known.has(key)), next: left.length > 50 && last ? { at: new Date(last.at), id: last.key } : null };
    },
    seen: (item) => item,
  };
  return { all, remembered, source };
}

it("catches up page by page and remembers no more than the last seconds of it", async () => {
  const { all, remembered, source } = changes(10);
  const ending = new AbortController();
  const told: string[] = [];
  for await (const [, news] of tail(source, ago(10 * hour + 60_000).toISOString(), ending.signal)) {
    told.push(...news.map(({ key }) => key));
    if (told.length === all.length) ending.abort();
  }
  expect(told).toEqual(all.map(({ key }) => key));
  expect(remembered.length).toBeGreaterThan(10);
  expect(Math.max(...remembered)).toBeLessThanOrEqual(2);
});

it("goes on from a place of this day, and from no older one", () => {
  for (const recent of [undefined, ago(0), ago(23 * hour)]) expect(() => requireRecent(recent?.toISOString())).not.toThrow();
  for (const old of [ago(25 * hour), new Date("1950-01-01")]) expect(() => requireRecent(old.toISOString())).toThrow(expect.objectContaining({ reason: "live.too_long_ago" }));
});
