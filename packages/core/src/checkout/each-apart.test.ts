import { describe, expect, it } from "vitest";
import { eachApart } from "./each-apart.ts";

describe("eachApart", () => {
  it("does the rest when one fails, and tells of all failures", async () => {
    const done: number[] = [];
    const work = async (item: number) => {
      if (item % 2 === 1) throw new Error(`${item} is odd`);
      done.push(item);
    };
    await expect(eachApart([1, 2, 3, 4], work)).rejects.toMatchObject({ message: "2 of 4 failed", errors: [{ message: "1 is odd" }, { message: "3 is odd" }] });
    expect(done).toEqual([2, 4]);
    await eachApart([6, 8], work);
  });
});
