import { emitEvents } from "@cartwright/core/kernel";
import { inTransaction } from "@cartwright/db";
import { join } from "node:path";
import { createApp } from "../src/app.ts";
import { systemContext } from "../src/context.ts";
import { readEnv } from "../src/env.ts";
import { handlers } from "../src/handlers.ts";
import { migrationsFolder } from "../src/locate.ts";
import { openShop } from "../src/open-shop.ts";
import { runMain } from "../src/run-main.ts";
import { makeServer, startServer } from "../src/start-server.ts";
import { startSweeper } from "../src/sweeper.ts";
import { startWorker } from "../src/worker.ts";
import { quickenClock } from "./clock.ts";
import { installHook } from "./hook.ts";
import type { TortureMessage } from "./messages.ts";
import { notingHandler, tortureEvent } from "./noting-handler.ts";

// The server of the torture run: the shop's own parts without its pages, with a fast clock and faults on order.
const { TORTURE_SINCE = "0", TORTURE_FACTOR = "1", TORTURE_WITHOUT = "" } = process.env;
const pauseMilliseconds = 100;

await runMain(async () => {
  quickenClock(Number(TORTURE_SINCE), Number(TORTURE_FACTOR));
  const arm = installHook(TORTURE_WITHOUT.split(",").filter(Boolean));
  const env = readEnv(process.env);
  const parts = await openShop(env, { migrationsFolder: migrationsFolder() });
  const app = createApp(parts, null);
  const server = await startServer(makeServer(() => app.fetch), env);
  startSweeper(parts, { pauseMilliseconds });
  startWorker(parts, { handlers: [...handlers, notingHandler(join(env.dataDir, "handled.jsonl"))], pauseMilliseconds });
  const emit = async (subject: string, numbers: readonly number[]) => {
    const ctx = await systemContext(parts, "torture");
    await inTransaction(ctx, (ctx) => emitEvents(ctx, numbers.map((number) => ({ type: tortureEvent, subject, payload: { number } }))));
  };
  const obey = async (message: TortureMessage) => {
    if ("arm" in message) arm(message.arm);
    else await emit(message.emit.subject, message.emit.numbers);
    process.send?.({ done: message.id });
  };
  process.on("message", (message: TortureMessage) => void obey(message));
  process.on("disconnect", () => process.exit(0));
  process.send?.({ port: server.port });
});
