import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { dialect } from "./columns.ts";
import { connect } from "./connect.ts";
import { filePathOf, publicUrl } from "./database-url.ts";
import { execute, queryRows } from "./sql.ts";
import { useDatabase } from "./testing/index.ts";
import { inTransaction } from "./transaction.ts";

const used = useDatabase();

describe.runIf(dialect === "sqlite")("SQLite", () => {
  it("commits durably: WAL, synchronous FULL, foreign keys on, and no waiting inside the driver", async () => {
    await inTransaction(used, async ({ db }) => {
      expect(await queryRows(db, sql`pragma journal_mode`)).toEqual([{ journal_mode: "wal" }]);
      expect(await queryRows(db, sql`pragma synchronous`)).toEqual([{ synchronous: 2 }]);
      expect(await queryRows(db, sql`pragma foreign_keys`)).toEqual([{ foreign_keys: 1 }]);
      expect(await queryRows(db, sql`pragma busy_timeout`)).toEqual([{ timeout: 0 }]);
    });
  });

  it("makes the folder of a new file and leaves only the file when it is closed", async () => {
    const folder = mkdtempSync(join(tmpdir(), "cartwright-test-"));
    const path = join(folder, "deep/er/shop.db");
    const database = await connect(`file:${path}`);
    await execute(database.db, sql`create table things (id integer)`);
    await database.close();
    expect([existsSync(path), existsSync(`${path}-wal`)]).toEqual([true, false]);
    rmSync(folder, { recursive: true });
  });

  it("moves a burst of writes from the log into the file while it is open", async () => {
    const folder = mkdtempSync(join(tmpdir(), "cartwright-test-"));
    const path = join(folder, "shop.db");
    const database = await connect(`file:${path}`);
    await execute(database.db, sql`create table things (id integer, text text)`);
    // Three megabytes: a twentieth of what would make the writer do it.
    await inTransaction(database, ({ db }) =>
      execute(db, sql`with recursive n(id) as (select 1 union all select id + 1 from n where id < 3000) insert into things select id, hex(zeroblob(500)) from n`),
    );
    await expect.poll(() => statSync(path).size, { timeout: 20_000 }).toBeGreaterThan(3_000_000);
    expect(await queryRows(database.db, sql`select count(*) as count from things`)).toEqual([{ count: 3000 }]);
    await database.close();
    expect([existsSync(path), existsSync(`${path}-wal`)]).toEqual([true, false]);
    rmSync(folder, { recursive: true });
  });

  it("takes relative and absolute addresses, and no others", () => {
    expect(filePathOf("file:./data/shop.db")).toBe(join(process.cwd(), "data/shop.db"));
    expect(filePathOf("file:/data/shop.db")).toBe("/data/shop.db");
    expect(filePathOf("file:///data/a%20shop.db")).toBe("/data/a shop.db");
    expect(() => filePathOf("mysql://me:secret@host/db")).toThrow(/^(?!.*secret).*not with mysql:$/);
    expect(() => filePathOf("file::memory:")).toThrow("names a file");
  });

  it("keeps working when more statements come than are kept prepared", async () => {
    for (let i = 0; i < 1200; i++) await queryRows(used.db, sql.raw(`select ${i} as number`));
    expect(await queryRows(used.db, sql.raw("select 0 as number"))).toEqual([{ number: 0 }]);
  });
});

describe.runIf(dialect === "postgres")("Postgres", () => {
  const unusable = async (change: (url: URL) => void): Promise<string> => {
    const url = new URL(used.url);
    change(url);
    return connect(url.href).then(
      () => "connected",
      (error: Error) => error.message,
    );
  };

  it("says in one line that nobody answers, without the password", async () => {
    const message = await unusable((url) => void (url.port = "1"));
    expect(message).toMatch(/^Cannot use the database at postgres:\/\/127\.0\.0\.1:1\/\w+: .*ECONNREFUSED.*$/);
    expect(message).not.toContain(new URL(used.url).password);
  });

  it("says that the password is wrong without repeating it", async () => {
    const message = await unusable((url) => void (url.password = "hunter2"));
    expect(message).toMatch(/password authentication failed/);
    expect(message).not.toContain("hunter2");
  });

  it("refuses an address that can't be read without repeating it", async () => {
    await expect(connect("postgres://me:hun#ter2@[host/shop")).rejects.toThrow(/^(?!.*ter2).*cannot be read/);
  });

  it("lets the server keep plans of statements that come again, unless told not to", async () => {
    const prepared = sql`select count(*) as units from pg_prepared_statements`;
    const ask = (url: string, preparedStatements: boolean) =>
      connect(url, { preparedStatements, poolSize: 1 }).then(async (database) => {
        for (let i = 0; i < 3; i++) await queryRows(database.db, sql`select ${i}::int as i`);
        const rows = await queryRows<{ units: number }>(database.db, prepared);
        await database.close();
        return rows[0]?.units;
      });
    expect(await ask(used.url, true)).toBe(1);
    expect(await ask(used.url, false)).toBe(0);
  });

  it("shows addresses without their secrets", () => {
    expect(publicUrl("postgres://me:secret@db.example:5432/shop?sslmode=require")).toBe("postgres://db.example:5432/shop");
  });
});

it("counts the statements that were sent", async () => {
  const queries = await used.countQueries(async () => {
    await queryRows(used.db, sql`select 1`);
    await inTransaction(used, ({ db }) => queryRows(db, sql`select 2`));
  });
  expect(queries).toBe(2);
});

it("refuses statements after it was closed", async () => {
  const database = await connect(used.url);
  await database.close();
  await expect(queryRows(database.db, sql`select 1`)).rejects.toThrow("select 1");
});
