import { join } from "node:path";
import { createApp } from "./app.ts";
import { banner } from "./banner.ts";
import { createContext, type ServerParts } from "./context.ts";
import { readEnv, type ServerEnv } from "./env.ts";
import { fillSearch } from "./fill-search.ts";
import { metricsPage } from "./http/metrics.ts";
import { migrationsFolder, projectRoot } from "./locate.ts";
import { openShop } from "./open-shop.ts";
import { appRouter } from "./router.ts";
import { runMain } from "./run-main.ts";
import { createWeb } from "./ssr/web.ts";
import { startSearchNews } from "./search-news.ts";
import { makeServer, startServer } from "./start-server.ts";
import { startSweeper } from "./sweeper.ts";
import { startWorker } from "./worker.ts";

const patienceMilliseconds = 10_000;

await runMain(async () => {
  const env = readEnv(process.env);
  const parts = await openShop(env, { migrationsFolder: migrationsFolder() });
  const httpServer = makeServer(() => app.fetch);
  const web = await createWeb({
    mode: env.isHot ? "development" : "production",
    folder: join(projectRoot(), "apps/web"),
    router: appRouter,
    publicUrl: env.publicUrl,
    createContext: (request, responseHeaders) => createContext(parts, request, responseHeaders),
    onError: (error, requestId) => parts.logger.error({ requestId, err: error }, "a page failed"),
    httpServer,
  });
  if (env.isProduction && !env.hasRateLimits) parts.logger.warn({ requestId: "server" }, "RATE_LIMITS is off: nobody who guesses is stopped");
  const app = createApp(parts, web, { metricsToken: env.metrics?.token ?? null });
  const server = await startServer(httpServer, env);
  const stopMetrics = await startMetrics(env, parts);
  const stopSweeper = startSweeper(parts);
  const stopWorker = startWorker(parts);
  const stopSearchNews = startSearchNews(parts);
  const searchFilled = fillSearch(parts);
  console.log(await banner(env, parts, server.port));
  stopOnSignals(env, parts, async () => {
    parts.live.streams.stop();
    await server.stop(patienceMilliseconds);
    await Promise.all([stopSweeper(), stopWorker(), stopSearchNews(), searchFilled]);
    await stopMetrics();
    await web.close();
  });
});

/** Figures on a port of their own, where there is one. Returns how to stop it. */
async function startMetrics({ metrics: env }: ServerEnv, { metrics, logger }: ServerParts): Promise<() => Promise<void>> {
  if (!metrics || !env || env.port === null) return async () => {};
  const page = metricsPage(metrics, env.token);
  const server = await startServer(makeServer(() => page.fetch), { host: env.host, port: env.port });
  logger.info({ requestId: "server", port: server.port }, "figures are told at /metrics");
  return () => server.stop(patienceMilliseconds);
}

/** Running requests finish, then the database closes. A second signal does not wait. */
function stopOnSignals(env: ServerEnv, { logger, database }: ServerParts, stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    logger.info({ requestId: "server", signal, port: env.port }, "stopping: running requests finish first");
    void runMain(async () => {
      await stop();
      await database.close();
      process.exit(0);
    });
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
}
