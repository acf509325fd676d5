import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { execute, queryRows } from "./sql.ts";
import { useDatabase } from "./testing/index.ts";
import { inTransaction, isInTransaction } from "./transaction.ts";

const used = useDatabase();

beforeEach(async () => {
  await execute(used.db, sql`drop table if exists levels`);
  await execute(used.db, sql`create table levels (id integer primary key, units integer not null)`);
  await execute(used.db, sql`insert into levels values (1, 10)`);
});

const add = (ctx: { db: typeof used.db }, units: number) =>
  execute(ctx.db, sql`update levels set units = units + ${units} where id = 1`);

const insert = (ctx: { db: typeof used.db }, id: number) => execute(ctx.db, sql`insert into levels values (${id}, 0)`);

async function ids(db = used.db): Promise<number[]> {
  return (await queryRows<{ id: number }>(db, sql`select id from levels order by id`)).map((row) => row.id);
}

async function units(db = used.db): Promise<number | undefined> {
  return (await queryRows<{ units: number }>(db, sql`select units from levels where id = 1`))[0]?.units;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("many at once", () => {
  it("keeps every increment", async () => {
    await Promise.all(
      Array.from({ length: 60 }, () =>
        inTransaction(used, async (ctx) => {
          const before = await ids(ctx.db);
          await wait(1);
          await add(ctx, before.length);
        }),
      ),
    );
    expect(await units()).toBe(70);
  });

  it("sells 10 units to exactly 10 of 25 buyers", async () => {
    const buy = () =>
      inTransaction(used, async (ctx) => {
        const taken = await execute(ctx.db, sql`update levels set units = units - 1 where id = 1 and units >= 1`);
        await wait(1);
        if (taken === 0) throw new Error("sold out");
      });
    const results = await Promise.allSettled(Array.from({ length: 25 }, buy));
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(10);
    expect(await units()).toBe(0);
  });
});

describe("all or nothing", () => {
  it("keeps nothing when the work throws, and throws what it threw", async () => {
    const stop = new Error("stop");
    const work = inTransaction(used, async (ctx) => {
      await insert(ctx, 2);
      throw stop;
    });
    await expect(work).rejects.toBe(stop);
    expect(await ids()).toEqual([1]);
  });

  it("returns what the work returns", async () => {
    expect(await inTransaction(used, async () => "kept")).toBe("kept");
  });

  it("hides what is not committed from readers outside", async () => {
    const seen: number[][] = [];
    let outside = Promise.resolve();
    // Called before the transaction, so that the reader is not inside of it.
    const started = new Promise<() => void>((ready) => {
      outside = new Promise<void>((go) => ready(go)).then(async () => void seen.push(await ids()));
    });
    await inTransaction(used, async (ctx) => {
      await insert(ctx, 2);
      (await started)();
      await outside;
      seen.push(await ids(ctx.db));
    });
    expect(seen).toEqual([[1], [1, 2]]);
    expect(await ids()).toEqual([1, 2]);
  });

  it("refuses to commit after a failed statement, even when its error was caught", async () => {
    const work = inTransaction(used, async (ctx) => {
      await insert(ctx, 2);
      await insert(ctx, 1).catch(() => {});
    });
    await expect(work).rejects.toThrow("none of it was kept");
    expect(await ids()).toEqual([1]);
  });

  it("refuses further statements after a failed one", async () => {
    const work = inTransaction(used, async (ctx) => {
      await insert(ctx, 1).catch(() => {});
      await insert(ctx, 2);
    });
    await expect(work).rejects.toMatchObject({ cause: { message: "This transaction can't go on after a failed statement" } });
  });
});

describe("one inside another", () => {
  it("undoes the inner one alone when its error is caught", async () => {
    await inTransaction(used, async (ctx) => {
      await insert(ctx, 2);
      await inTransaction(ctx, async (inner) => {
        await insert(inner, 3);
        await insert(inner, 1);
      }).catch(() => {});
      await insert(ctx, 4);
    });
    expect(await ids()).toEqual([1, 2, 4]);
  });

  it("undoes the inner one with the outer", async () => {
    const work = inTransaction(used, async (ctx) => {
      await inTransaction(ctx, (inner) => insert(inner, 2));
      throw new Error("stop");
    });
    await expect(work).rejects.toThrow("stop");
    expect(await ids()).toEqual([1]);
  });

  it("lets inner ones that start together go one after the other", async () => {
    let running = 0;
    let most = 0;
    await inTransaction(used, async (ctx) => {
      const inner = (id: number) =>
        inTransaction(ctx, async (tx) => {
          most = Math.max(most, ++running);
          await insert(tx, id);
          await wait(2);
          running--;
          if (id === 3) throw new Error("stop");
        });
      const results = await Promise.allSettled([inner(2), inner(3), inner(4), insert(ctx, 5)]);
      expect(results.map((result) => result.status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
    });
    expect(most).toBe(1);
    expect(await ids()).toEqual([1, 2, 4, 5]);
  });

  it("takes the outer handle for the inner one when it is used inside", async () => {
    await inTransaction(used, async (ctx) => {
      await inTransaction(ctx, async () => {
        await insert(ctx, 2);
        throw new Error("stop");
      }).catch(() => {});
    });
    expect(await ids()).toEqual([1]);
  });

  it("goes three deep", async () => {
    await inTransaction(used, (a) =>
      inTransaction(a, async (b) => {
        await inTransaction(b, async (c) => {
          await insert(c, 2);
          throw new Error("stop");
        }).catch(() => {});
        await insert(b, 3);
      }),
    );
    expect(await ids()).toEqual([1, 3]);
  });

  it("ends an inner one that nobody awaited before it commits", async () => {
    let inner: Promise<unknown> = Promise.resolve();
    await inTransaction(used, async (ctx) => {
      inner = inTransaction(ctx, async (tx) => {
        await wait(2);
        await insert(tx, 2);
      });
      await insert({ db: used.db }, 3).catch(() => {});
    });
    await inner;
    expect(await ids()).toEqual([1, 2, 3]);
  });
});

describe("the guard", () => {
  it("lets plain statements inside join the transaction", async () => {
    const work = inTransaction(used, async () => {
      await insert(used, 2);
      expect(await ids()).toEqual([1, 2]);
      throw new Error("stop");
    });
    await expect(work).rejects.toThrow("stop");
    expect(await ids()).toEqual([1]);
  });

  it("makes a savepoint of a transaction on the plain handle inside", async () => {
    await inTransaction(used, async () => {
      await inTransaction(used, async (inner) => {
        await insert(inner, 2);
        throw new Error("stop");
      }).catch(() => {});
      await insert(used, 3);
    });
    expect(await ids()).toEqual([1, 3]);
  });

  it("refuses a handle whose transaction has ended", async () => {
    const kept = await inTransaction(used, async (ctx) => ctx);
    await expect(insert(kept, 2)).rejects.toMatchObject({
      cause: { message: expect.stringContaining("This transaction has ended") },
    });
    await expect(inTransaction(kept, async () => {})).rejects.toThrow("This transaction has ended");
    expect(await ids()).toEqual([1]);
  });

  it("frees work that a transaction left behind from it", async () => {
    let left: Promise<unknown> = Promise.resolve();
    await inTransaction(used, async () => {
      left = wait(20).then(() => insert(used, 2));
    });
    await left;
    expect(await ids()).toEqual([1, 2]);
  });

  it("knows whether it is inside a transaction", async () => {
    expect(isInTransaction()).toBe(false);
    let later: Promise<boolean> = Promise.resolve(true);
    await inTransaction(used, async (ctx) => {
      expect(isInTransaction()).toBe(true);
      await inTransaction(ctx, async () => expect(isInTransaction()).toBe(true));
      later = wait(20).then(isInTransaction);
    });
    expect(await later).toBe(false);
    expect(isInTransaction()).toBe(false);
  });

  it("replaces drizzle's own transactions", async () => {
    const work = used.db.transaction(async (tx) => {
      await execute(tx, sql`insert into levels values (2, 0)`);
      throw new Error("stop");
    });
    await expect(work).rejects.toThrow("stop");
    expect(await ids()).toEqual([1]);
  });
});
