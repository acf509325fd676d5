import type { Ports } from "@cartwright/core/kernel";
import { embeddedEngine } from "@cartwright/core/search";
import { join } from "node:path";
import type { ServerEnv } from "../env.ts";
import { folderMediaStore } from "./folder-media-store.ts";
import { httpTestGateway } from "./http-test-gateway.ts";
import { onPaper } from "./on-paper.ts";
import { testGateway } from "./test-gateway.ts";

type PortsEnv = Pick<ServerEnv, "dataDir" | "hasTestGateway"> & Partial<Pick<ServerEnv, "testGatewayUrl">>;

/** The outside world, as this server's configuration has it. */
export function makePorts(env: PortsEnv): Ports {
  return {
    media: folderMediaStore(join(env.dataDir, "media")),
    search: { main: embeddedEngine },
    gateways: {
      ...(env.hasTestGateway ? { test_card: chooseTestGateway(env) } : {}),
      bank_transfer: onPaper,
      cash_on_delivery: onPaper,
    },
  };
}

function chooseTestGateway({ dataDir, testGatewayUrl }: PortsEnv) {
  return testGatewayUrl ? httpTestGateway(testGatewayUrl) : testGateway(join(dataDir, "test-gateway.jsonl"));
}
