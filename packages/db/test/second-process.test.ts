import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, dialect, execute, inTransaction, isBusy, queryRows } from "../src/index.ts";
import { filePathOf } from "../src/database-url.ts";
import { useDatabase } from "../src/testing/index.ts";

describe.runIf(dialect === "sqlite")("a second process at the same SQLite file", () => {
  const used = useDatabase();
  let other: ChildProcess;

  beforeAll(async () => {
    await execute(used.db, sql`create table levels (units integer not null)`);
    await execute(used.db, sql`insert into levels values (0)`);
    other = fork(fileURLToPath(new URL("./other-writer.mjs", import.meta.url)), [filePathOf(used.url)]);
    await once(other, "message");
  });

  afterAll(() => other.kill());

  async function tell(order: string, rest: object = {}): Promise<void> {
    const answered = once(other, "message");
    other.send({ order, ...rest });
    await answered;
  }

  const add = (db = used.db) => execute(db, sql`update levels set units = units + 1`);
  const units = async () => (await queryRows<{ units: number }>(used.db, sql`select units from levels`))[0]?.units;

  it("is waited for without freezing the event loop, while reads go on", async () => {
    await tell("lock");
    const order: string[] = [];
    const transaction = inTransaction(used, (ctx) => add(ctx.db)).then(() => order.push("transaction"));
    const plain = add().then(() => order.push("plain"));
    let ticks = 0;
    while (ticks < 30) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      ticks++;
    }
    expect(await units()).toBe(0);
    expect(order).toEqual([]);
    await tell("release");
    await Promise.all([transaction, plain]);
    expect(order).toEqual(["transaction", "plain"]);
    expect(await units()).toBe(2);
  });

  it("writes at the same time without losing a change on either side", async () => {
    const before = (await units()) ?? 0;
    const theirs = tell("write", { times: 150 });
    await Promise.all(Array.from({ length: 150 }, () => inTransaction(used, (ctx) => add(ctx.db))));
    await theirs;
    expect(await units()).toBe(before + 300);
  });

  it("ends the waiting with a clear error when it never lets go", async () => {
    const impatient = await connect(used.url, { lockWaitSeconds: 0.05 });
    await tell("lock");
    const error: unknown = await inTransaction(impatient, (ctx) => add(ctx.db)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: "Another process has kept the database file locked for 0.05 seconds" });
    expect(isBusy(error)).toBe(true);
    await tell("release");
    await inTransaction(impatient, (ctx) => add(ctx.db));
    await impatient.close();
  });
});
