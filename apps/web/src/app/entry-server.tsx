import { readScheme } from "../lib/scheme.ts";
import { trpc } from "../lib/trpc.ts";
import type { AppRouter } from "@cartwright/server/router";
import { createRequestHandler, getSsrStatus, RouterServer, transformHtmlStringWithRouter } from "@tanstack/react-router/ssr/server";
import { unstable_localLink as localLink } from "@trpc/client";
import type { inferRouterContext } from "@trpc/server";
import { renderToString } from "react-dom/server";
import { createQueryClient } from "./api-client.ts";
import { createAppRouter } from "./router.tsx";

/** The files a page needs, by address. */
export interface PageAssets {
  scripts: { src?: string; type?: string; children?: string }[];
  styles: string[];
  preloads: string[];
}

export interface RenderOptions {
  request: Request;
  requestId: string;
  nonce: string;
  /** The shop's public address, `https://shop.example`. */
  origin: string;
  assets: PageAssets;
  /** Handed in, so that the database drivers stay out of this bundle. */
  router: AppRouter;
  /** Asked once a page; cookies that its procedures set go into the headers. */
  createContext: (responseHeaders: Headers) => Promise<inferRouterContext<AppRouter>>;
  onError: (error: unknown) => void;
}

/** One page, complete: what must be read without JavaScript is awaited by the loaders. */
export async function render(options: RenderOptions): Promise<Response> {
  const { request, requestId, nonce, origin, assets } = options;
  const cookies = new Headers();
  let context: Promise<inferRouterContext<AppRouter>> | undefined;
  const client = trpc.createClient({
    links: [localLink({ router: options.router, createContext: () => (context ??= options.createContext(cookies)) })],
  });
  const queryClient = createQueryClient({ isServer: true });
  const scheme = readScheme(request.headers.get("cookie") ?? "");
  const handle = createRequestHandler({
    request,
    createRouter: () => createAppRouter({ queryClient, client, scheme, requestId, origin, nonce }),
    getRouterManifest: () => ({ routes: { __root__: manifestOf(assets) } }),
  });
  try {
    const response = await handle(async ({ router, responseHeaders }) => {
      for (const match of router.state.matches) if (match.status === "error") options.onError(match.error);
      const status = getSsrStatus(router);
      const html = await transformHtmlStringWithRouter(router, renderToString(<RouterServer router={router} />));
      return new Response(html, { status, headers: responseHeaders });
    });
    for (const cookie of cookies.getSetCookie()) response.headers.append("set-cookie", cookie);
    return response;
  } finally {
    queryClient.clear();
  }
}

function manifestOf({ scripts, styles, preloads }: PageAssets) {
  return {
    scripts: scripts.map(({ children, ...attrs }) => ({ attrs, ...(children ? { children } : {}) })),
    css: styles,
    preloads,
  };
}
