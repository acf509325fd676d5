import { join } from "node:path";
import { asAdmin, createAdmin } from "../../run/admin.ts";
import { ended, runToEnd, startNode } from "../../run/child.ts";
import { openDatabases, type BenchDatabase } from "../../run/database.ts";
import { startShop } from "../../run/servers.ts";
import { makeShop } from "../../shop/make-shop.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Engine } from "./engines.ts";
import { HttpSearch } from "./http-search.ts";
import { rebuildWords } from "./search-procedure.ts";

const command = "apps/admin-cli/bin/cartwright.js";

/** A production server on a fresh database with the whole catalogue in its index; closed, nothing of it is left. */
export async function withSearch<T>(engine: Engine, catalogue: Catalogue, work: (search: HttpSearch) => Promise<T>): Promise<T> {
  const databases = await openDatabases(engine.dialect);
  try {
    const database = await fillDatabase(await databases.create("search"), catalogue);
    await createAdmin(database);
    const server = await startShop(database, [], engine.env);
    try {
      const home = await asAdmin(server, database);
      if (catalogue.importFile !== null) await importFile(catalogue.importFile, home);
      await runToEnd([command, ...rebuildWords], home);
      return await work(new HttpSearch(server.url));
    } finally {
      await server.stop();
    }
  } finally {
    await databases.close();
  }
}

/** The demo shop without its pictures, or an empty shop that is ready for an import. */
async function fillDatabase(database: BenchDatabase, { importFile }: Catalogue): Promise<BenchDatabase> {
  if (importFile !== null) return (await makeShop(database, 0)).database;
  const env = { DATABASE_URL: database.url, DATA_DIR: join(database.folder, "data"), DEMO_PICTURES: "off" };
  await runToEnd(["apps/server/dist/seed-demo.js"], env);
  return database;
}

/** Exit code 1 says that some products were refused, which the command tells on stderr. */
async function importFile(path: string, home: Record<string, string>): Promise<void> {
  const child = startNode([command, "products", "import", path, "--json"], home, { stdio: ["ignore", "ignore", "inherit"] });
  const code = await ended(child);
  if (code !== 0 && code !== 1) throw new Error(`the import of ${path} ended with ${code}`);
}
