import { createAdaptorServer } from "@hono/node-server";
import type { Server, ServerOptions } from "node:http";
import type { AddressInfo } from "node:net";

export type Fetch = (request: Request, env?: unknown) => Response | Promise<Response>;

export interface RunningServer {
  port: number;
  /** Takes no new requests, lets those that run finish, and ends what still runs after the patience. */
  stop(patienceMilliseconds: number): Promise<void>;
}

const idleMilliseconds = 50;
/** In bytes. An address of a search may have 10,000 characters, each of which is up to twelve bytes there. */
const maxHeaderSize = 128 * 1_024;

/** How long the slow are waited for, in milliseconds. */
export interface Patience {
  /** From the first byte of a request to the end of its headers. */
  headers: number;
  /** From the first byte to the last of the body. 1 MB in 30 seconds is a bad telephone line. */
  request: number;
  /** On a connection on which nothing moves, be it that an answer is not read. A stream of news pings more often. */
  idle: number;
  /** Between two requests of a connection. Longer than proxies keep theirs, or they send into one that is being closed. */
  keepAlive: number;
  /** How often it is looked. */
  check: number;
}

const usualPatience: Patience = { headers: 10_000, request: 30_000, idle: 120_000, keepAlive: 75_000, check: 2_000 };
const mostHeaders = 100;

/** A server that answers with what `fetch` gives once it listens. Who is too slow is cut off. */
export function makeServer(fetch: () => Fetch, patience: Patience = usualPatience): Server {
  const serverOptions: ServerOptions = {
    maxHeaderSize,
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    keepAliveTimeout: patience.keepAlive,
    connectionsCheckingInterval: patience.check,
  };
  // Without options for HTTP/2 the adaptor makes a plain HTTP server.
  const server = createAdaptorServer({ fetch: (request, env) => fetch()(request, env), serverOptions }) as Server;
  server.maxHeadersCount = mostHeaders;
  return server.setTimeout(patience.idle);
}

/** Errors: one line when the port is in use or not allowed. */
export async function startServer(server: Server, where: { host: string; port: number }): Promise<RunningServer> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(new Error(explain(error, where), { cause: error })));
    server.listen(where.port, where.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async stop(patienceMilliseconds) {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeIdleConnections();
      // A connection that was kept open by its last request would be waited for until it times out.
      const sweeper = setInterval(() => server.closeIdleConnections(), idleMilliseconds);
      const timer = setTimeout(() => server.closeAllConnections(), patienceMilliseconds);
      await closed;
      clearTimeout(timer);
      clearInterval(sweeper);
    },
  };
}

function explain(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): string {
  if (error.code === "EADDRINUSE") return `Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`;
  if (error.code === "EACCES") return `Port ${port} needs more rights than this user has. Choose one above 1023: PORT=3000 npm start`;
  return `The server can't listen on ${host}:${port}: ${error.message}`;
}
