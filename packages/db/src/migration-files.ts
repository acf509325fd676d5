import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Dialect } from "./database-url.ts";

export interface Migration {
  name: string;
  statements: string[];
}

/** Where the migrations lie beside this source; a bundled server passes its own folder. */
export const sourceFolder = fileURLToPath(new URL("../migrations", import.meta.url));

/** All migrations of a dialect, oldest first. The journal is drizzle-kit's. */
export async function readMigrations(dialect: Dialect, folder = sourceFolder): Promise<Migration[]> {
  const home = join(folder, dialect);
  const journal: { entries: { tag: string }[] } = JSON.parse(await readFile(join(home, "meta/_journal.json"), "utf8"));
  return Promise.all(
    journal.entries.map(async ({ tag }) => {
      const text = await readFile(join(home, `${tag}.sql`), "utf8");
      const statements = text.split("--> statement-breakpoint").filter((statement) => statement.trim() !== "");
      return { name: tag, statements };
    }),
  );
}
