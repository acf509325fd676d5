import { randomBytes } from "node:crypto";
import { errorPage } from "./error-page.ts";
import type { WebOptions } from "./web.ts";
import type { PageAssets, Renderer } from "./web-parts.ts";

interface PageRequest {
  request: Request;
  requestId: string;
  assets: PageAssets;
  /** Vite's own scripts and styles in development need a looser one. */
  hasPolicy: boolean;
}

/** A page as an answer, whatever happens: what can't be rendered becomes a plain page with status 500. */
export async function renderPage(
  renderer: Renderer,
  options: WebOptions,
  { request, requestId, assets, hasPolicy }: PageRequest,
): Promise<Response> {
  const nonce = randomBytes(16).toString("base64");
  const onError = (error: unknown) => options.onError(error, requestId);
  let response: Response;
  try {
    response = await renderer.render({
      request,
      requestId,
      nonce,
      origin: options.publicUrl ?? new URL(request.url).origin,
      assets,
      router: options.router,
      createContext: (headers) => options.createContext({ headers: request.headers, requestId }, headers),
      onError,
    });
  } catch (error) {
    // A visitor who has left is no failure.
    if (!request.signal.aborted) onError(error);
    response = errorPage(requestId);
  }
  // Every page shows a cart or a name, so that no shared cache may keep it.
  response.headers.set("cache-control", "private, no-cache");
  if (hasPolicy) response.headers.set("content-security-policy", policy(nonce));
  return response;
}

/** Pictures may come from elsewhere: an import keeps addresses that could not be fetched. */
function policy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: https: http:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
