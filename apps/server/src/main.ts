import { createApp } from "./app.ts";
import { banner } from "./banner.ts";
import { readEnv } from "./env.ts";
import { migrationsFolder } from "./locate.ts";
import { openShop } from "./open-shop.ts";
import { runMain } from "./run-main.ts";
import { startServer } from "./start-server.ts";
import { startSweeper } from "./sweeper.ts";

const patienceMilliseconds = 10_000;

await runMain(async () => {
  const env = readEnv(process.env);
  const parts = await openShop(env, { migrationsFolder: migrationsFolder() });
  const app = createApp(parts, null);
  const server = await startServer(app, env);
  const stopSweeper = startSweeper(parts);
  console.log(await banner(env, parts, server.port));

  let isStopping = false;
  const stop = async (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    parts.logger.info({ requestId: "server", signal }, "stopping: running requests finish first");
    await server.stop(patienceMilliseconds);
    await stopSweeper();
    await parts.database.close();
    process.exit(0);
  };
  process.on("SIGTERM", (signal) => void stop(signal));
  process.on("SIGINT", (signal) => void stop(signal));
});
