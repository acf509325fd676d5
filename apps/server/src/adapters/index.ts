import type { Ports } from "@cartwright/core/kernel";
import type { Db } from "@cartwright/db";
import { embeddedEngine, SearchLog, type SearchPort } from "@cartwright/core/search";
import { join } from "node:path";
import type { ServerEnv } from "../env.ts";
import { keptSecret } from "../server-secret.ts";
import { folderMediaStore } from "./folder-media-store.ts";
import { httpTestGateway } from "./http-test-gateway.ts";
import { makeMailer } from "./mail/index.ts";
import { meilisearchEngine, type MeilisearchOptions } from "./meilisearch/index.ts";
import { oauthProviders } from "./oauth/index.ts";
import { onPaper } from "./on-paper.ts";
import { secretBox } from "./secret-box.ts";
import { testGateway } from "./test-gateway.ts";

type PortsEnv = Pick<ServerEnv, "dataDir" | "hasTestGateway"> & Partial<Pick<ServerEnv, "testGatewayUrl" | "meilisearch" | "secret" | "mail" | "oauth" | "publicUrl">>;

/** For a shop that is put together by hand. */
const keptMail: ServerEnv["mail"] = { smtpUrl: null, isKept: true, from: { name: null, address: "shop@localhost" }, shopUrl: "http://localhost:3000" };

/** The outside world, as this server's configuration has it. `log` is told when a part of it comes and goes. */
export function makePorts(env: PortsEnv, db: Db, log?: MeilisearchOptions["log"]): Ports {
  return {
    mailer: makeMailer(env.mail ?? keptMail, db),
    media: folderMediaStore(join(env.dataDir, "media")),
    secretBox: secretBox(env.secret ?? keptSecret(env.dataDir)),
    search: chooseSearch(env, log),
    searchLog: new SearchLog(),
    ...(env.oauth && env.publicUrl ? { oauth: oauthProviders(env.oauth, env.publicUrl) } : {}),
    gateways: {
      ...(env.hasTestGateway ? { test_card: chooseTestGateway(env) } : {}),
      bank_transfer: onPaper,
      cash_on_delivery: onPaper,
    },
  };
}

/** The database searches, or Meilisearch does, and the database while that is gone. */
function chooseSearch({ meilisearch }: PortsEnv, log: MeilisearchOptions["log"]): SearchPort {
  if (!meilisearch) return { main: embeddedEngine };
  return { main: meilisearchEngine({ ...meilisearch, ...(log ? { log } : {}) }), fallback: embeddedEngine };
}

function chooseTestGateway({ dataDir, testGatewayUrl }: PortsEnv) {
  return testGatewayUrl ? httpTestGateway(testGatewayUrl) : testGateway(join(dataDir, "test-gateway.jsonl"));
}
