import { join } from "node:path";
import type { Options } from "../options.ts";
import type { ImportRow } from "../report/rows.ts";
import { asAdmin, createAdmin } from "../run/admin.ts";
import { ended, profiling, startNode } from "../run/child.ts";
import type { DatabaseSource } from "../run/database.ts";
import { memoryOf, processorMsOf } from "../run/process-facts.ts";
import { startShop } from "../run/servers.ts";
import { makeShop } from "../shop/make-shop.ts";
import { writeImportFile } from "../shop/write-import-file.ts";

/** A large file through the real command into the real server, and the memory of both at its highest. */
export async function measureImport(databases: DatabaseSource, options: Options, say: (row: ImportRow) => void): Promise<void> {
  const count = options.manyProducts;
  const { database } = await makeShop(await databases.create("import"), 0);
  const file = join(database.folder, "products.json");
  await writeImportFile(file, count, 2);
  await createAdmin(database);
  const profile = options.profile ? profiling : [];
  const server = await startShop(database, profile);
  const command = "apps/admin-cli/bin/cartwright.js";
  try {
    const home = await asAdmin(server, database);
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
