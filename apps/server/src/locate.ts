import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the whole project: where pnpm-workspace.yaml lies, above the source as above the bundle. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "pnpm-workspace.yaml"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("the server must lie inside the project's folder");
    folder = parent;
  }
  return folder;
}

export function migrationsFolder(): string {
  return join(projectRoot(), "packages/db/migrations");
}
