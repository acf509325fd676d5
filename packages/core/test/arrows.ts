import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

export interface Arrow {
  /** Both as paths from the project's root; packages from elsewhere by their name. */
  from: string;
  to: string;
  isTypeOnly: boolean;
}

const root = resolve(import.meta.dirname, "../../..");
const rooms = ["packages/db", "packages/core", "apps/server", "apps/web", "apps/admin-cli", "bench"];
const importOf = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)|declare module "(\.[^"]+)"/g;

/** Every import of the project's own code. */
export function readArrows(): Arrow[] {
  return rooms.flatMap((room) => sourcesOf(join(root, room))).flatMap(arrowsOf);
}

function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ["node_modules", "dist", ".turbo", "migrations"].includes(entry.name) ? [] : sourcesOf(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function arrowsOf(path: string): Arrow[] {
  const from = relative(root, path);
  return [...readFileSync(path, "utf8").matchAll(importOf)].map(([, type, named, dynamic, augmented]) => ({
    from,
    to: target(path, named ?? dynamic ?? augmented ?? ""),
    isTypeOnly: type !== undefined || augmented !== undefined,
  }));
}

/** Where an import leads: a file of ours by its path, a package of ours by its folder, anything else by its name. */
function target(path: string, specifier: string): string {
  if (specifier.startsWith(".")) return relative(root, resolve(dirname(path), specifier));
  const own = /^@cartwright\/(db|core|server|web|admin-cli)(?:\/(.*))?$/.exec(specifier);
  if (!own) return specifier;
  const [, name = "", door] = own;
  const folder = name === "db" || name === "core" ? `packages/${name}` : `apps/${name}`;
  if (name === "db") return `${folder}/src/${door ?? "index"}`;
  if (name !== "core") return `${folder}/src/${door ?? "index"}`;
  if (door === "demo") return `${folder}/demo/index.ts`;
  return door?.includes("/") ? `${folder}/src/${door}.ts` : `${folder}/src/${door}/index.ts`;
}
