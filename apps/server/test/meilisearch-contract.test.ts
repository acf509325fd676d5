import { describeSearchEngine, type ContractRun } from "@cartwright/core/search/contract";
import { makeContext } from "@cartwright/core/testing";
import { useDatabase } from "@cartwright/db/testing";
import { afterAll, beforeAll, describe } from "vitest";
import { meilisearchEngine } from "../src/adapters/meilisearch/index.ts";
import { openMeilisearch, type ServerForTests } from "./meilisearch-server.ts";

const database = useDatabase();
let server: ServerForTests;
let run: ContractRun | undefined;

describe("against Meilisearch", () => {
  beforeAll(async () => {
    server = await openMeilisearch();
  });
  afterAll(() => server.stop());

  describeSearchEngine({
    name: "meilisearch",
    open: () => {
      if (run) return run;
      const engine = meilisearchEngine({ url: server.url, apiKey: server.apiKey, index: server.index, searchMilliseconds: 10_000, rulesMilliseconds: 10_000 });
      return (run = { ctx: makeContext(database.db, { ports: { search: { main: engine } } }), engine });
    },
  });
});
