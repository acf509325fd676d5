import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

export type Dialect = "sqlite" | "postgres";

/** Anything that is not a Postgres address is taken for a SQLite file. */
export function dialectOf(url: string): Dialect {
  return /^postgres(ql)?:\/\//i.test(url) ? "postgres" : "sqlite";
}

/** The file a `file:` address names; relative ones start at the working directory. */
export function filePathOf(url: string): string {
  if (url.startsWith("file:///")) return fileURLToPath(url);
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(url)?.[1];
  if (scheme && scheme !== "file") {
    throw new Error(`A database address begins with file: or postgres://, not with ${scheme}:`);
  }
  const path = url.replace(/^file:/, "");
  if (path === "" || path.includes(":memory:")) {
    throw new Error("A database address names a file, such as file:./data/shop.db");
  }
  return resolve(path);
}

/** The address as it may be shown to people: without user and password. */
export function publicUrl(url: string): string {
  if (dialectOf(url) === "sqlite") return url;
  try {
    const { host, pathname } = new URL(url);
    return `postgres://${host}${pathname}`;
  } catch {
    return "postgres://(an address that cannot be read)";
  }
}
