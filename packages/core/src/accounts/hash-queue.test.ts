import { describe, expect, it } from "vitest";
import { HashQueue } from "./hash-queue.ts";

/** Work that ends when it is told to. */
function controlled() {
  const started: { end: () => void; fail: () => void }[] = [];
  const work = () =>
    new Promise<number>((resolve, reject) => {
      const number = started.length;
      started.push({ end: () => resolve(number), fail: () => reject(new Error("failed")) });
    });
  return { started, work };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("hashing", () => {
  it("runs so many at once and takes the others in order", async () => {
    const queue = new HashQueue(2, 10);
    const { started, work } = controlled();
    const all = [1, 2, 3, 4].map(() => queue.run(work));
    await turn();
    expect(started).toHaveLength(2);
    started[1]?.end();
    await turn();
    expect(started).toHaveLength(3);
    started[0]?.end();
    started[2]?.end();
    await turn();
    started[3]?.end();
    expect(await Promise.all(all)).toEqual([0, 1, 2, 3]);
  });

  it("refuses who comes when the row is full, and takes others again once it is not", async () => {
    const queue = new HashQueue(1, 1);
    const { started, work } = controlled();
    const [first, second] = [queue.run(work), queue.run(work)];
    await expect(queue.run(work)).rejects.toMatchObject({ code: "unavailable", reason: "accounts.busy" });
    await turn();
    started[0]?.end();
    await first;
    await turn();
    started[1]?.end();
    await second;
    const third = queue.run(work);
    await turn();
    started[2]?.end();
    expect(await third).toBe(2);
  });

  it("gives the place on when the work fails", async () => {
    const queue = new HashQueue(1, 1);
    const { started, work } = controlled();
    const failing = queue.run(work);
    await turn();
    started[0]?.fail();
    await expect(failing).rejects.toThrow("failed");
    const next = queue.run(work);
    await turn();
    started[1]?.end();
    expect(await next).toBe(1);
  });
});
