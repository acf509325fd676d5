import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape, type AnyTRPCProcedure } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { ServerContext } from "../context.ts";
import { appRouter } from "../router.ts";

const { _def: definition } = appRouter;
const { _config: config } = definition;
// Typed like the router, this record is flat in truth: every procedure by its dotted path.
const procedures = Object.entries(definition.procedures as unknown as Record<string, AnyTRPCProcedure>);
const queries = new Set(procedures.flatMap(([path, { _def }]) => (_def.type === "query" ? [path] : [])));

/** Nothing but one input, each character of it spelled as browsers and our clients do. */
const plainAddress = /^\/api\/trpc\/([\w.]+)(?:\?input=([^&+#]+))?$/;

interface PlainQuery {
  path: string;
  input: unknown;
}

/**
 * The query that a request asks for when there is nothing special about it: one GET, one JSON input, a JSON answer.
 * Null for all others, which tRPC's own adapter understands and refuses better.
 */
export function plainQueryOf(request: Request): PlainQuery | null {
  if (request.method !== "GET") return null;
  const { url, headers } = request;
  const [, path = "", text] = plainAddress.exec(url.slice(url.indexOf("/", url.indexOf("//") + 2))) ?? [];
  if (!queries.has(path)) return null;
  if (headers.get("trpc-accept") !== null || headers.get("content-type") !== null || headers.get("accept")?.includes("jsonl")) return null;
  if (text === undefined) return { path, input: undefined };
  try {
    return { path, input: JSON.parse(decodeURIComponent(text)) };
  } catch {
    return null;
  }
}

/**
 * Answers as tRPC's adapter for fetch does, byte for byte, which `test/answer-query.test.ts` holds it to. The adapter makes
 * two addresses, three sets of headers and two abort signals a request: a fifth of what it costs to show a product.
 */
export async function answerQuery({ path, input }: PlainQuery, makeContext: (responseHeaders: Headers) => Promise<ServerContext>): Promise<Response> {
  const headers = new Headers(plainHeaders);
  let ctx: ServerContext | undefined;
  try {
    ctx = await makeContext(headers);
    const getRawInput = async () => input;
    const data: unknown = await callTRPCProcedure({ router: appRouter, path, type: "query", ctx, getRawInput, signal: undefined, batchIndex: 0 });
    return new Response(JSON.stringify({ result: { data } }), { status: 200, headers });
  } catch (thrown) {
    const error = getTRPCErrorFromUnknown(thrown);
    const shape = getTRPCErrorShape({ config, error, type: "query", path, input, ctx });
    return new Response(JSON.stringify({ error: shape }), { status: getHTTPStatusCodeFromError(error), headers });
  }
}

const plainHeaders: [string, string][] = [["vary", "trpc-accept, accept"], ["content-type", "application/json"]];
