import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as kit from "drizzle-kit/api";
import { expect, it } from "vitest";
import { dialect, schema } from "../src/index.ts";
import { sourceFolder } from "../src/migration-files.ts";

const meta = join(sourceFolder, dialect, "meta");

function latestSnapshot(): unknown {
  const last = readdirSync(meta)
    .filter((file) => file.endsWith("_snapshot.json"))
    .toSorted()
    .at(-1);
  return JSON.parse(readFileSync(join(meta, last ?? ""), "utf8"));
}

async function missingStatements(): Promise<string[]> {
  if (dialect === "postgres") {
    const snapshot = latestSnapshot() as ReturnType<typeof kit.generateDrizzleJson>;
    return kit.generateMigration(snapshot, kit.generateDrizzleJson(schema, snapshot.id));
  }
  const snapshot = latestSnapshot() as Awaited<ReturnType<typeof kit.generateSQLiteDrizzleJson>>;
  return kit.generateSQLiteMigration(snapshot, await kit.generateSQLiteDrizzleJson(schema, snapshot.id));
}

function names(folder: string): string[] {
  return readdirSync(join(sourceFolder, folder)).filter((file) => file.endsWith(".sql")).toSorted();
}

it("has a migration for every change of the schema (else run: pnpm --filter @cartwright/db generate NAME)", async () => {
  expect(await missingStatements()).toEqual([]);
});

it("has the same migrations for both dialects", () => {
  expect(names("sqlite")).toEqual(names("postgres"));
});
