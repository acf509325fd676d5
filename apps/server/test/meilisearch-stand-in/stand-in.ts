import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { ApiError } from "./api-error.ts";
import { requireKey, type StandInKey } from "./keys.ts";
import { route, type RouteRequest } from "./routes.ts";
import type { StandInIndex } from "./stand-in-index.ts";
import { TaskQueue } from "./task-queue.ts";

/**
 * Speaks the documented HTTP API of Meilisearch over a real socket, with documents in memory and ranking close to the
 * documented rules: for tests where no Meilisearch is at hand, and for all that a real one can't be made to do.
 */
export class MeilisearchStandIn {
  readonly indexes = new Map<string, StandInIndex>();
  readonly queue = new TaskQueue();
  readonly keys: StandInKey[] = [];
  /** What was asked, oldest first. */
  readonly requests: { method: string; path: string; body: unknown }[] = [];
  version = "1.22.0";
  /** How long every answer takes. */
  latencyMilliseconds = 0;
  /** Each request that matches is answered with this instead. */
  refusal: { path: RegExp; error: ApiError } | null = null;
  masterKey: string | null = null;
  private server: Server | null = null;
  private port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The second time on the same port. */
  async start(): Promise<this> {
    const server = createServer((request, response) => void this.answer(request, response));
    this.server = server;
    await new Promise<void>((resolve) => {
      server.listen(this.port, "127.0.0.1", resolve);
    });
    this.port = (server.address() as AddressInfo).port;
    return this;
  }

  /** Gone, with all that is open. Its indexes stay. */
  async stop(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (!server) return;
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    server.closeAllConnections();
    await closed;
  }

  private async answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const request = await readRequest(message);
      this.requests.push({ method: request.method, path: request.path, body: request.body });
      if (this.latencyMilliseconds > 0) await pause(this.latencyMilliseconds);
      if (this.refusal?.path.test(request.path)) throw this.refusal.error;
      const { action, indexUid, run } = route(this, request);
      requireKey(this, message.headers.authorization, { action, indexUid });
      const { status, body } = run();
      send(response, status, body);
    } catch (error) {
      const known = error instanceof ApiError ? error : new ApiError("internal", String(error));
      send(response, known.status, known.body);
    }
  }
}

const mostBytes = 100 * 1_024 * 1_024;

async function readRequest(message: IncomingMessage): Promise<RouteRequest> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new ApiError("payload_too_large", `The provided payload reached the size limit. The maximum accepted payload size is 100.00 MiB.`);
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString("utf8");
  if (text !== "" && !message.headers["content-type"]) throw new ApiError("missing_content_type", "A Content-Type header is missing. Accepted values for the Content-Type header are: `application/json`");
  const url = new URL(message.url ?? "/", "http://stand-in");
  return { method: message.method ?? "GET", path: url.pathname, query: url.searchParams, body: text === "" ? undefined : parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ApiError("malformed_payload", `The json payload provided is malformed. \`${String(error)}\`.`);
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(body === undefined ? "" : JSON.stringify(body));
}
