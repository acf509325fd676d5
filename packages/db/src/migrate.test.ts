import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { dialect } from "./columns.ts";
import { connect } from "./connect.ts";
import { migrate, migrationStatus } from "./migrate.ts";
import { readMigrations } from "./migration-files.ts";
import { execute, queryRows } from "./sql.ts";
import { useDatabase } from "./testing/index.ts";

const used = useDatabase();
const folder = mkdtempSync(join(tmpdir(), "cartwright-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

const known = (await readMigrations(dialect)).map((migration) => migration.name);

/** The real migrations have been applied to the test's database: these come after them. */
function write(migrations: Record<string, string[]>): void {
  const names = Object.keys(migrations);
  mkdirSync(join(folder, dialect, "meta"), { recursive: true });
  writeFileSync(join(folder, dialect, "meta/_journal.json"), JSON.stringify({ entries: names.map((tag) => ({ tag })) }));
  for (const name of names) {
    writeFileSync(join(folder, dialect, `${name}.sql`), (migrations[name] ?? []).join("\n--> statement-breakpoint\n"));
  }
}

const rows = () => queryRows(used.db, sql`select id from migrated order by id`);

it("has nothing to do on a database that is up to date", async () => {
  expect(await migrate(used.database)).toEqual([]);
  expect(await migrationStatus(used.database)).toEqual({
    applied: known,
    pending: [],
    unknown: [],
    latest: known.at(-1),
  });
});

it("applies each migration once though several servers start at the same time", async () => {
  write({ "9000_one": ["create table migrated (id integer primary key)"], "9001_two": ["insert into migrated values (1)"] });
  const servers = await Promise.all(Array.from({ length: 4 }, () => connect(used.url)));
  const applied = await Promise.all(servers.map((server) => migrate(server, { folder })));
  expect(applied.flat().toSorted()).toEqual(["9000_one", "9001_two"]);
  await Promise.all(servers.map((server) => server.close()));
  expect(await rows()).toEqual([{ id: 1 }]);
});

it("keeps nothing of the migrations when one fails, and names it", async () => {
  write({ "9002_good": ["insert into migrated values (2)"], "9003_bad": ["insert into migrated values (3)", "insert into nowhere values (1)"] });
  await expect(migrate(used.database, { folder })).rejects.toThrow("The migration 9003_bad failed; nothing was changed");
  expect(await rows()).toEqual([{ id: 1 }]);
  expect((await migrationStatus(used.database, { folder })).pending).toEqual(["9002_good", "9003_bad"]);
});

it("tells what a newer version of the shop has applied", async () => {
  write({ "9000_one": [], "9001_two": [] });
  const status = await migrationStatus(used.database, { folder });
  expect(status).toMatchObject({ pending: [], unknown: known, latest: "9001_two" });
});

it.runIf(dialect === "sqlite")("rebuilds a table that others refer to, and refuses to leave a reference broken", async () => {
  await execute(used.db, sql`create table parents (id integer primary key)`);
  await execute(used.db, sql`create table children (parent_id integer references parents (id) on delete cascade)`);
  await execute(used.db, sql`insert into parents values (1)`);
  await execute(used.db, sql`insert into children values (1)`);
  const rebuild = ["create table __new (id integer primary key)", "insert into __new select id from parents", "drop table parents"];
  write({ "9004_rebuild": [...rebuild, "alter table __new rename to parents"] });
  await migrate(used.database, { folder });
  expect(await queryRows(used.db, sql`select parent_id as id from children`)).toEqual([{ id: 1 }]);
  write({ "9005_break": ["delete from parents"] });
  await expect(migrate(used.database, { folder })).rejects.toThrow("broken reference");
  expect(await queryRows(used.db, sql`select id from parents`)).toEqual([{ id: 1 }]);
});
