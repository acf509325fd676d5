import { randomBytes } from "node:crypto";
import { contentPolicy } from "./content-policy.ts";
import { errorPage } from "./error-page.ts";
import type { WebOptions } from "./web.ts";
import type { PageAssets, Renderer } from "./web-parts.ts";

interface PageRequest {
  request: Request;
  requestId: string;
  assets: PageAssets;
  address: () => string | null;
  isDevelopment: boolean;
}

/** A page as an answer, whatever happens: what can't be rendered becomes a plain page with status 500. */
export async function renderPage(
  renderer: Renderer,
  options: WebOptions,
  { request, requestId, address, assets, isDevelopment }: PageRequest,
): Promise<Response> {
  const nonce = randomBytes(16).toString("base64");
  const onError = (error: unknown) => options.onError(error, requestId);
  let asked: Headers | undefined;
  let response: Response;
  try {
    response = await renderer.render({
      request,
      requestId,
      nonce,
      origin: options.publicUrl ?? new URL(request.url).origin,
      assets,
      router: options.router,
      createContext: (headers) => options.createContext({ headers: request.headers, requestId, address }, (asked = headers)),
      onError,
    });
  } catch (error) {
    // A visitor who has left is no failure.
    if (!request.signal.aborted) onError(error);
    response = errorPage(requestId);
  }
  const retryAfter = asked?.get("retry-after");
  if (retryAfter) {
    response = new Response(response.body, { status: 429, headers: response.headers });
    response.headers.set("retry-after", retryAfter);
  }
  // Every page shows a cart or a name, so that no shared cache may keep it; what is private, no browser either.
  response.headers.set("cache-control", isPrivate.test(new URL(request.url).pathname) ? "no-store" : "private, no-cache");
  const isSecure = options.publicUrl?.startsWith("https:") ?? false;
  response.headers.set("content-security-policy", contentPolicy({ nonce, isSecure, isDevelopment }));
  return response;
}

const isPrivate = /^\/(?:account|cart|orders?|checkout|device|invitation)(?:\/|$)/;
