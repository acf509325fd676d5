import type { Ports } from "@cartwright/core/kernel";
import { join } from "node:path";
import type { ServerEnv } from "../env.ts";
import { cashOnDelivery } from "./cash-on-delivery.ts";
import { folderMediaStore } from "./folder-media-store.ts";
import { testGateway } from "./test-gateway.ts";

/** The outside world, as this server's configuration has it. */
export function makePorts(env: Pick<ServerEnv, "dataDir" | "hasTestGateway">): Ports {
  return {
    media: folderMediaStore(join(env.dataDir, "media")),
    gateways: {
      ...(env.hasTestGateway ? { test_card: testGateway(join(env.dataDir, "test-gateway.jsonl")) } : {}),
      cash_on_delivery: cashOnDelivery,
    },
  };
}
