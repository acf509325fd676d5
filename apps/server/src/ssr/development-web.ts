import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { createMiddleware } from "hono/factory";
import type { ViteDevServer } from "vite";
import { errorPage } from "./error-page.ts";
import { renderPage } from "./render-page.ts";
import type { WebOptions } from "./web.ts";
import type { PageAssets, Renderer, Web } from "./web-parts.ts";

const assets: PageAssets = {
  scripts: [
    {
      type: "module",
      children: `import { injectIntoGlobalHook } from "/@react-refresh";
injectIntoGlobalHook(window);
window.$RefreshReg$ = () => {};
window.$RefreshSig$ = () => (type) => type;
globalThis.__zod_globalConfig = { jitless: true };`,
    },
    { type: "module", src: "/@vite/client" },
    { type: "module", src: "/src/app/entry-client.tsx" },
  ],
  styles: ["/src/app/styles.css"],
  preloads: [],
};

/** The storefront from its source: Vite compiles what is asked for and reloads what has changed. */
export async function developmentWeb(options: WebOptions): Promise<Web> {
  const { createServer } = await import("vite");
  const vite = await createServer({
    root: options.folder,
    server: { middlewareMode: true, hmr: options.httpServer ? { server: options.httpServer } : true },
  });
  return {
    middleware: viteFiles(vite),
    async fetch(request, { requestId, address }) {
      try {
        // Loaded anew each time: Vite keeps what has not changed.
        const renderer = (await vite.ssrLoadModule("/src/app/entry-server.tsx")) as Renderer;
        return await renderPage(renderer, options, { request, requestId, address, assets, isDevelopment: true });
      } catch (error) {
        options.onError(error, requestId);
        return errorPage(requestId);
      }
    },
    close: () => vite.close(),
  };
}

/** Vite answers on Node's own objects, or passes on. */
function viteFiles(vite: ViteDevServer) {
  return createMiddleware<{ Bindings: HttpBindings }>(async (c, next) => {
    const { incoming, outgoing } = c.env;
    const isAnswered = await new Promise<boolean>((resolve) => {
      outgoing.once("close", () => resolve(true));
      vite.middlewares(incoming, outgoing, () => resolve(false));
    });
    return isAnswered ? RESPONSE_ALREADY_SENT : next();
  });
}
