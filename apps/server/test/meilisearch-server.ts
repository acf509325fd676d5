import { Meilisearch } from "meilisearch";
import { randomBytes } from "node:crypto";
import { MeilisearchStandIn } from "./meilisearch-stand-in/index.ts";

export interface ServerForTests {
  url: string;
  apiKey: string | null;
  /** One of its own for each run: a real server is shared. */
  index: string;
  /** Which it is, said aloud. */
  kind: string;
  stop: () => Promise<void>;
}

/** The Meilisearch that `MEILI_URL` names, else the stand-in. The run says which. */
export async function openMeilisearch(): Promise<ServerForTests> {
  const { MEILI_URL: url, MEILI_API_KEY: apiKey } = process.env;
  const index = `cartwright_test_${randomBytes(6).toString("hex")}`;
  const server = url ? await realServer(url, apiKey ?? null, index) : await standIn(index);
  console.info(`Meilisearch in this run: ${server.kind}`);
  return server;
}

async function realServer(url: string, apiKey: string | null, index: string): Promise<ServerForTests> {
  const client = new Meilisearch({ host: url, ...(apiKey ? { apiKey } : {}) });
  const { pkgVersion } = await client.getVersion();
  const stop = async () => {
    for (const uid of [index, `${index}_next`]) await client.deleteIndexIfExists(uid);
  };
  return { url, apiKey, index, kind: `the real server at ${url}, version ${pkgVersion}`, stop };
}

async function standIn(index: string): Promise<ServerForTests> {
  const server = await new MeilisearchStandIn().start();
  return { url: server.url, apiKey: null, index, kind: "the stand-in (MEILI_URL names no server)", stop: () => server.stop() };
}
