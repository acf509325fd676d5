import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { holder } from "./hold.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("keeps who is refused for a moment, and no more than there is room for", async () => {
  const hold = holder(1_000);
  let free = 0;
  const held = Array.from({ length: 500 }, () => hold().then(() => (free += 1)));
  await hold();
  await vi.advanceTimersByTimeAsync(999);
  expect(free).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  await Promise.all(held);
  expect(free).toBe(500);
  const again = hold().then(() => (free += 1));
  await vi.advanceTimersByTimeAsync(500);
  expect(free).toBe(500);
  await vi.advanceTimersByTimeAsync(500);
  await again;
});

it("keeps nobody where no time was given", async () => {
  await holder(0)();
  expect(vi.getTimerCount()).toBe(0);
});
