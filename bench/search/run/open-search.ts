import { asAdmin, createAdmin } from "../../run/admin.ts";
import { runToEnd } from "../../run/child.ts";
import { openDatabases, type BenchDatabase } from "../../run/database.ts";
import { startShop } from "../../run/servers.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { CoreSearch, fillWords } from "./core-search.ts";
import type { Engine } from "./engines.ts";
import { HttpSearch } from "./http-search.ts";
import { rebuildWords } from "./search-procedure.ts";
import type { SearchUnderTest } from "./search-under-test.ts";

const command = "apps/admin-cli/bin/cartwright.js";

/** A shop on a fresh database with the whole catalogue in its index; afterwards nothing of it is left. */
export async function withSearch<T>(engine: Engine, catalogue: Catalogue, isDirect: boolean, work: (search: SearchUnderTest) => Promise<T>): Promise<T> {
  const databases = await openDatabases(engine.dialect);
  try {
    const database = await databases.create("search");
    return await (isDirect ? askCore : askServer)(engine, catalogue, database, work);
  } finally {
    await databases.close();
  }
}

async function askCore<T>(_: Engine, { importFile }: Catalogue, database: BenchDatabase, work: (search: SearchUnderTest) => Promise<T>): Promise<T> {
  const search = await CoreSearch.open(database, importFile);
  try {
    return await work(search);
  } finally {
    await search.close();
  }
}

/** A production server. Meilisearch's index is filled by the command that a shop's staff would give. */
async function askServer<T>(engine: Engine, { importFile }: Catalogue, database: BenchDatabase, work: (search: SearchUnderTest) => Promise<T>): Promise<T> {
  await runToEnd(fillWords(importFile), { DATABASE_URL: database.url });
  await createAdmin(database);
  const server = await startShop(database, [], engine.env);
  try {
    if (engine.name === "meilisearch") await runToEnd([command, ...rebuildWords], await asAdmin(server, database));
    return await work(new HttpSearch(server.url));
  } finally {
    await server.stop();
  }
}
