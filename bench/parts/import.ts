import { join } from "node:path";
import type { Options } from "../options.ts";
import type { ImportRow } from "../report/rows.ts";
import { ended, profiling, runToEnd, startNode } from "../run/child.ts";
import type { DatabaseSource } from "../run/database.ts";
import { memoryOf, processorMsOf } from "../run/process-facts.ts";
import { startShop } from "../run/servers.ts";
import { makeShop } from "../shop/make-shop.ts";
import { writeImportFile } from "../shop/write-import-file.ts";

const email = "bench@example.com";
const password = "only-for-the-bench";

/** A large file through the real command into the real server, and the memory of both at its highest. */
export async function measureImport(databases: DatabaseSource, options: Options, say: (row: ImportRow) => void): Promise<void> {
  const count = options.manyProducts;
  const { database } = await makeShop(await databases.create("import"), 0);
  const file = join(database.folder, "products.json");
  await writeImportFile(file, count, 2);
  const secret = { DATABASE_URL: database.url, DATA_DIR: join(database.folder, "data"), NODE_ENV: "production" };
  await runToEnd(["apps/server/dist/create-admin.js", "--email", email, "--name", "Bench", "--password-stdin"], secret, `${password}\n`);
  const profile = options.profile ? profiling : [];
  const server = await startShop(database, profile);
  const home = { CARTWRIGHT_URL: server.url, XDG_CONFIG_HOME: database.folder, NO_COLOR: "1" };
  const command = "apps/admin-cli/bin/cartwright.js";
  try {
    await runToEnd([command, "login", "--email", email, "--password-stdin"], home, `${password}\n`);
    console.error(`${databases.dialect}: importing ${count} products with the command`);
    const startedAt = performance.now();
    const serverBeganMs = processorMsOf(server.pid);
    const cli = startNode([...profile, command, "products", "import", file, "--json"], home, { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    cli.stderr?.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)));
    let [cliPeakMb, cliProcessorMs] = [0, 0];
    const watch = setInterval(() => {
      cliPeakMb = Math.max(cliPeakMb, readOf(cli.pid, (pid) => memoryOf(pid).peakMb));
      cliProcessorMs = Math.max(cliProcessorMs, readOf(cli.pid, processorMsOf));
    }, 100);
    const code = await ended(cli);
    clearInterval(watch);
    const seconds = (performance.now() - startedAt) / 1_000;
    if (code !== 0) throw new Error(`the import ended with ${code}:\n${said}`);
    say({
      part: "import",
      dialect: databases.dialect,
      products: count,
      perSecond: count / seconds,
      seconds,
      cliProcessorMs: cliProcessorMs / count,
      serverProcessorMs: (processorMsOf(server.pid) - serverBeganMs) / count,
      cliPeakMb,
      serverPeakMb: memoryOf(server.pid).peakMb,
    });
  } finally {
    await server.stop();
  }
}

/** 0 once the process is gone. */
function readOf(pid: number | undefined, read: (pid: number) => number): number {
  try {
    return pid === undefined ? 0 : read(pid);
  } catch {
    return 0;
  }
}
