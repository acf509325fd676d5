import type { Server } from "node:http";
import type { AppRouter } from "../router.ts";
import type { ServerContext } from "../context.ts";
import { developmentWeb } from "./development-web.ts";
import { productionWeb } from "./production-web.ts";
import type { Web } from "./web-parts.ts";

export type { Web } from "./web-parts.ts";

export interface WebOptions {
  /** `development`: Vite compiles on demand and reloads; `production`: what `apps/web` has built. */
  mode: "development" | "production";
  /** The folder `apps/web`. */
  folder: string;
  router: AppRouter;
  /** The shop's public address; without one, that of the request. */
  publicUrl: string | null;
  createContext: (request: { headers: Headers; requestId: string; address: () => string | null }, responseHeaders: Headers) => Promise<ServerContext>;
  /** What failed while a page was made. The visitor is shown the request id only. */
  onError: (error: unknown, requestId: string) => void;
  /** Development: the server whose port the hot reload shares. */
  httpServer?: Server;
}

/**
 * The storefront as a part of the server. `web.middleware`, where there is one, comes before `web.fetch`:
 *
 *   const web = await createWeb({ mode, folder, router: appRouter, … });
 *   if (web.middleware) app.use(web.middleware);
 *   app.get("*", (c) => web.fetch(c.req.raw, { requestId }));
 *
 * Errors: in production, one line that says to build when nothing is built.
 */
export function createWeb(options: WebOptions): Promise<Web> {
  return options.mode === "production" ? productionWeb(options) : developmentWeb(options);
}
