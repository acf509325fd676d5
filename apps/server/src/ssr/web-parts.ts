import type { MiddlewareHandler } from "hono";

export interface Web {
  /** Answers everything that is neither API nor media: built files and pages, in every status. Never rejects. */
  fetch(request: Request, extras: { requestId: string; address: () => string | null }): Promise<Response>;
  /** Development only: Vite's own files. */
  middleware: MiddlewareHandler | null;
  close(): Promise<void>;
}

/** The files a page needs, by address. */
export interface PageAssets {
  scripts: { src?: string; type?: string; children?: string }[];
  styles: string[];
  preloads: string[];
}

/** What `apps/web/src/app/entry-server.tsx` exports, as far as the server knows it: web is never imported by value. */
export interface Renderer {
  render(options: {
    request: Request;
    requestId: string;
    nonce: string;
    origin: string;
    assets: PageAssets;
    router: unknown;
    createContext: (responseHeaders: Headers) => Promise<unknown>;
    onError: (error: unknown) => void;
  }): Promise<Response>;
}
