import { createTRPCClient, httpLink, httpSubscriptionLink, splitLink, type TRPCClient } from "@trpc/client";
import type { inferRouterOutputs } from "@trpc/server";
import { EventSource } from "eventsource";
import type { AppRouter } from "@cartwright/server/router";
import { CliError, InterruptedError, NetworkError } from "./errors.ts";
import { keyedMutations, keyHeader } from "./keyed-mutations.ts";
import { cliVersion, isSameMajor } from "./version.ts";

export type Api = TRPCClient<AppRouter>;
export type Outputs = inferRouterOutputs<AppRouter>;

export interface Connection {
  url: string;
  token: string | null;
  /** Aborted when the person presses Ctrl-C. */
  signal: AbortSignal;
  timeoutMs: number;
  /** The key that was typed, for what the command changes. */
  idempotencyKey?: string | undefined;
}

/** A typed client of one server. It refuses what is no Cartwright server, and one of another major version. */
export function createApi(connection: Connection): Api {
  const url = `${connection.url}/api/trpc`;
  const headers = { ...clientHeaders, ...(connection.token ? { authorization: `Bearer ${connection.token}` } : {}) };
  return createTRPCClient<AppRouter>({
    links: [
      ...keyedMutations(connection),
      splitLink({
        condition: (operation) => operation.type === "subscription",
        // Node has no EventSource of its own before version 24, and none there takes a header.
        true: httpSubscriptionLink({
          url,
          EventSource,
          eventSourceOptions: { fetch: (input, init) => fetch(input, { ...init, headers: { ...init.headers, ...headers } }) },
        }),
        false: httpLink({
          url,
          headers: ({ op }) => ({ ...headers, ...keyHeader(op) }),
          fetch: (input, init) => fetchFrom(connection, input instanceof Request ? input.url : input, init as RequestInit),
        }),
      }),
    ],
  });
}

export const clientHeaders = { "x-cartwright-client": `cli/${cliVersion}` };

/** `fetch` with a time limit, whose failures are said in one line. */
export async function fetchFrom(connection: Connection, input: string | URL, init: RequestInit = {}): Promise<Response> {
  const { url, signal, timeoutMs } = connection;
  const timeout = AbortSignal.timeout(timeoutMs);
  const signals = [timeout, signal, ...(init.signal ? [init.signal] : [])];
  try {
    const response = await fetch(input, { ...init, signal: AbortSignal.any(signals) });
    checkServer(url, response);
    // Read here, so that a connection that breaks in the middle of an answer is told in the same words.
    return new Response(await response.arrayBuffer(), response);
  } catch (cause) {
    if (cause instanceof CliError) throw cause;
    if (signal.aborted) throw new InterruptedError();
    if (timeout.aborted) throw new NetworkError(`The server at ${url} did not answer within ${timeoutMs / 1000} s.`, false, { cause });
    const wasRefused = refusedCodes.has(networkCode(cause));
    throw new NetworkError(
      wasRefused
        ? `No server answers at ${url}. Start it with npm start, or name another with --url.`
        : `The connection to ${url} broke (${networkCode(cause)}).`,
      wasRefused,
      { cause },
    );
  }
}

const refusedCodes = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"]);

function checkServer(url: string, response: Response): void {
  const isJson = response.headers.get("content-type")?.includes("json") === true;
  // A proxy whose server is away says so in its own words.
  if ([502, 503, 504].includes(response.status) && !isJson) {
    throw new NetworkError(`The server at ${url} is not available just now (${response.status}).`, false);
  }
  const version = response.headers.get("x-cartwright-version");
  if (version === null) throw new CliError(`${url} answers, but not as a Cartwright server does.`);
  if (!isSameMajor(version, cliVersion)) {
    throw new CliError(`The server at ${url} is version ${version}, this CLI is ${cliVersion}. Use a CLI of the server's version.`);
  }
}

/** The system's word for what happened, or the message of what lies deepest. */
function networkCode(error: unknown): string {
  let message = "no answer";
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof AggregateError && at.errors.length > 0) return networkCode(at.errors[0]);
    if ("code" in at && typeof at.code === "string") return at.code;
    message = at.message;
  }
  return message;
}
