import { command, type Driver, type Run } from "./driver.ts";
import { readMigrations, type Migration } from "./migration-files.ts";

export interface MigrateOptions {
  /** Holds `sqlite/` and `postgres/`. Default: beside this package's source. */
  folder?: string;
}

export interface MigrationStatus {
  applied: string[];
  pending: string[];
  /** Applied by a newer version of the shop than this one. */
  unknown: string[];
  /** The newest that this version knows. */
  latest: string | null;
}

/** Brings the database up to date; answers with what was applied. Several servers may call it at once. */
export async function migrate({ driver }: { driver: Driver }, { folder }: MigrateOptions = {}): Promise<string[]> {
  const migrations = await readMigrations(driver.dialect, folder);
  if ((await statusOf(driver.run, driver, migrations)).pending.length === 0) return [];
  return driver.migrating(async (run) => {
    await run(command("create table if not exists schema_migrations (name text primary key, applied_at text not null)"));
    const { pending } = await statusOf(run, driver, migrations);
    for (const migration of migrations) {
      if (pending.includes(migration.name)) await apply(run, migration);
    }
    return pending;
  });
}

/** Changes nothing. */
export async function migrationStatus(
  { driver }: { driver: Driver },
  { folder }: MigrateOptions = {},
): Promise<MigrationStatus> {
  return statusOf(driver.run, driver, await readMigrations(driver.dialect, folder));
}

async function apply(run: Run, { name, statements }: Migration): Promise<void> {
  try {
    for (const statement of statements) await run(command(statement));
  } catch (error) {
    throw new Error(`The migration ${name} failed; nothing was changed`, { cause: error });
  }
  // Placeholders differ by dialect; both values are ours.
  await run(command(`insert into schema_migrations (name, applied_at) values ('${name}', '${new Date().toISOString()}')`));
}

async function statusOf(run: Run, { dialect }: Driver, migrations: Migration[]): Promise<MigrationStatus> {
  const names = migrations.map((migration) => migration.name);
  const applied = (await hasTable(run, dialect)) ? await readApplied(run) : [];
  return {
    applied,
    pending: names.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !names.includes(name)),
    latest: names.at(-1) ?? null,
  };
}

async function hasTable(run: Run, dialect: Driver["dialect"]): Promise<boolean> {
  const tables =
    dialect === "postgres"
      ? "select 1 from pg_tables where schemaname = current_schema() and tablename = 'schema_migrations'"
      : "select 1 from sqlite_master where type = 'table' and name = 'schema_migrations'";
  return (await run(command(tables))).rowCount > 0;
}

async function readApplied(run: Run): Promise<string[]> {
  const { rows } = await run({ ...command("select name from schema_migrations order by name"), rows: "objects" });
  return (rows as { name: string }[]).map((row) => row.name);
}
