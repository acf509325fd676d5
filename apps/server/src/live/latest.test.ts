import { expect, it, vi } from "vitest";
import { Latest } from "./latest.ts";

it("tells a slow reader the newest value of each key, once", async () => {
  const stream = new Latest<number>(() => {});
  stream.put([["a", 1], ["b", 1]]);
  stream.put([["a", 2]]);
  stream.put([["a", 3]]);
  expect(await stream.next()).toEqual({ done: false, value: [3, 1] });
  const waiting = stream.next();
  stream.put([["b", 4]]);
  expect(await waiting).toEqual({ done: false, value: [4] });
});

it("ends who waits, and tells nothing afterwards", async () => {
  const onEnd = vi.fn<() => void>();
  const stream = new Latest<number>(onEnd);
  const waiting = stream.next();
  stream.end();
  stream.put([["a", 1]]);
  expect([await waiting, await stream.next()]).toEqual([{ done: true, value: undefined }, { done: true, value: undefined }]);
  await stream.return();
  expect(onEnd).toHaveBeenCalledTimes(1);
});
