import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { ServerContext } from "../context.ts";
import { appRouter } from "../router.ts";
import type { PlainCall } from "./plain-call.ts";

const { _def: definition } = appRouter;
const { _config: config } = definition;

/**
 * Answers as tRPC's adapter for fetch does, byte for byte, which `test/answer-call.test.ts` holds it to. The adapter makes
 * two addresses, three sets of headers and two abort signals a request: a fifth of what it costs to show a product.
 */
export async function answerCall(plain: PlainCall, makeContext: (responseHeaders: Headers) => Promise<ServerContext>): Promise<Response> {
  const { path, type, getRawInput, isBatch } = plain;
  const headers = new Headers(plainHeaders);
  const respond = (answer: object, status: number) => new Response(JSON.stringify(isBatch ? [answer] : answer), { status, headers });
  let ctx: ServerContext | undefined;
  try {
    ctx = await makeContext(headers);
    const data: unknown = await callTRPCProcedure({ router: appRouter, path, type, ctx, getRawInput, signal: undefined, batchIndex: 0 });
    return respond({ result: { data } }, 200);
  } catch (thrown) {
    const error = getTRPCErrorFromUnknown(thrown);
    // Nothing that is told of an error depends on the input.
    return respond({ error: getTRPCErrorShape({ config, error, type, path, input: undefined, ctx }) }, getHTTPStatusCodeFromError(error));
  }
}

const plainHeaders: [string, string][] = [["vary", "trpc-accept, accept"], ["content-type", "application/json"]];
