import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connect, dialect, execute, inTransaction, isSerializationFailure, queryRows, type Database, type Db } from "../src/index.ts";
import { useDatabase } from "../src/testing/index.ts";

describe.runIf(dialect === "postgres")("conflicts on Postgres", () => {
  const used = useDatabase();
  let other: Database;

  beforeAll(async () => {
    other = await connect(used.url);
    await execute(used.db, sql`create table levels (id integer primary key, units integer not null)`);
  });
  beforeEach(async () => {
    await execute(used.db, sql`delete from levels`);
    await execute(used.db, sql`insert into levels values (1, 0), (2, 0)`);
  });
  afterAll(() => other.close());

  const add = (db: Db, id: number) => execute(db, sql`update levels set units = units + 1 where id = ${id}`);
  const units = async () =>
    (await queryRows<{ units: number }>(used.db, sql`select units from levels order by id`)).map((row) => row.units);

  /** Sees a snapshot that somebody else has overtaken: 40001 at the update. */
  async function overtaken(db: Db): Promise<void> {
    await execute(db, sql`set transaction isolation level repeatable read`);
    await queryRows(db, sql`select units from levels`);
    await add(other.db, 1);
    await add(db, 1);
  }

  it("runs a transaction again that could not be serialised (40001)", async () => {
    const attempts: string[] = [];
    await inTransaction(used, async ({ db }) => {
      attempts.push("again");
      if (attempts.length <= 2) await overtaken(db);
      else await add(db, 1);
    });
    expect(attempts).toHaveLength(3);
    expect(await units()).toEqual([3, 0]);
  });

  it("runs it again although the work put the conflict into other words", async () => {
    let attempts = 0;
    await inTransaction(used, async ({ db }) => {
      if (++attempts > 1) return;
      await overtaken(db).catch(() => {
        throw new Error("The level could not be changed");
      });
    });
    expect(attempts).toBe(2);
  });

  it("runs the outermost one again when the conflict is in an inner one", async () => {
    let outer = 0;
    let inner = 0;
    await inTransaction(used, async (ctx) => {
      outer++;
      await execute(ctx.db, sql`set transaction isolation level repeatable read`);
      await queryRows(ctx.db, sql`select 1 from levels`);
      await inTransaction(ctx, async ({ db }) => {
        if (++inner === 1) await add(other.db, 1);
        await add(db, 1);
      });
    });
    expect([outer, inner]).toEqual([2, 2]);
    expect(await units()).toEqual([2, 0]);
  });

  it("gives up after a bounded number of attempts with the conflict itself", async () => {
    let attempts = 0;
    const work = inTransaction(used, async ({ db }) => {
      attempts++;
      await overtaken(db);
    });
    await expect(work).rejects.toSatisfy(isSerializationFailure);
    expect(attempts).toBe(12);
  });

  it("lets both sides of a deadlock succeed (40P01)", async () => {
    let attempts = 0;
    let arrived = 0;
    let bothArrived = (): void => {};
    const both = new Promise<void>((resolve) => {
      bothArrived = resolve;
    });
    const crossing = (first: number, second: number) =>
      inTransaction(used, async ({ db }) => {
        attempts++;
        await execute(db, sql`set local deadlock_timeout = '20ms'`);
        await add(db, first);
        if (++arrived === 2) bothArrived();
        await both;
        await add(db, second);
      });
    await Promise.all([crossing(1, 2), crossing(2, 1)]);
    expect(attempts).toBe(3);
    expect(await units()).toEqual([2, 2]);
  });

  it("runs at read committed whatever the server's default is", async () => {
    const level = await inTransaction(used, ({ db }) => queryRows(db, sql`show transaction isolation level`));
    expect(level).toEqual([{ transaction_isolation: "read committed" }]);
  });

  it("replaces a connection that the server ended", async () => {
    const end = sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
    const lost = inTransaction(used, async ({ db }) => {
      await add(db, 1);
      await execute(other.db, end);
      await add(db, 1);
    });
    await expect(lost).rejects.toThrow("Failed query");
    await expect.poll(units).toEqual([0, 0]);
    await inTransaction(used, ({ db }) => add(db, 1));
    expect(await units()).toEqual([1, 0]);
  });
});
