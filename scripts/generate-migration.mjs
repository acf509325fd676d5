// npm run generate -- NAME: writes the next migration of both dialects from the schema.
import { spawnSync } from "node:child_process";
import { readdirSync, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const home = join(dirname(fileURLToPath(import.meta.url)), "../packages/db");
const kit = join(dirname(createRequire(join(home, "package.json")).resolve("drizzle-kit")), "bin.cjs");
const dialects = [
  { folder: "sqlite", config: "drizzle.sqlite.config.ts", url: "file:./unused.db" },
  { folder: "postgres", config: "drizzle.pg.config.ts", url: "postgres://unused" },
];

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Usage: generate-migration.mjs NAME (lower case, digits and _), such as add_gift_cards");
  process.exit(2);
}

const made = dialects.map((dialect) => {
  const before = count(dialect);
  generate(dialect, []);
  return count(dialect) > before;
});

// A change may matter to one dialect only; the other gets an empty migration, so that both count alike.
if (made.includes(true)) {
  dialects.forEach((dialect, i) => made[i] || generate(dialect, ["--custom"]));
}

function generate({ config, url }, extra) {
  const { status } = spawnSync(process.execPath, [kit, "generate", "--config", config, "--name", name, ...extra], {
    cwd: home,
    env: { ...process.env, DATABASE_URL: url },
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}

function count({ folder }) {
  const path = join(home, "migrations", folder);
  return existsSync(path) ? readdirSync(path).filter((file) => file.endsWith(".sql")).length : 0;
}
