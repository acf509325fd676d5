import { TRPCError, type AnyTRPCProcedure } from "@trpc/server";
import { appRouter } from "../router.ts";

const { _def: definition } = appRouter;
// Typed like the router, this record is flat in truth: every procedure by its dotted path.
const procedures = Object.entries(definition.procedures as unknown as Record<string, AnyTRPCProcedure>);
const types = new Map(procedures.map(([path, { _def }]) => [path, _def.type]));

/** Nothing but one input, alone or as a batch of one, each character of it spelled as browsers and our clients do. */
const plainAddress = /^\/api\/trpc\/([\w.]+)(?:\?(batch=1&)?input=([^&+#]+))?$/;

/** A call of one procedure with nothing special about it: one JSON input, a JSON answer. */
export interface PlainCall {
  path: string;
  type: "query" | "mutation";
  getRawInput: () => Promise<unknown>;
  /** Its answer goes into a list. */
  isBatch: boolean;
}

/** The plain call that a request is. Null for all others, which tRPC's own adapter understands and refuses better. */
export function plainCallOf(request: Request): PlainCall | null {
  const { method, url, headers } = request;
  if (method !== "GET" && method !== "POST") return null;
  const [, path = "", batch, text] = plainAddress.exec(url.slice(url.indexOf("/", url.indexOf("//") + 2))) ?? [];
  if (headers.get("trpc-accept") !== null || headers.get("accept")?.includes("jsonl")) return null;
  const type = types.get(path);
  if (method === "GET") return type === "query" && headers.get("content-type") === null ? queryOf(path, { isBatch: batch !== undefined, text }) : null;
  if (type !== "mutation" || text !== undefined || headers.get("content-type") !== "application/json" || headers.get("content-length") === "0") return null;
  return { path, type, getRawInput: onceRead(request), isBatch: false };
}

function queryOf(path: string, { isBatch, text }: { isBatch: boolean; text: string | undefined }): PlainCall | null {
  const call = (input: unknown): PlainCall => ({ path, type: "query", getRawInput: async () => input, isBatch });
  if (text === undefined) return call(undefined);
  try {
    const input: unknown = JSON.parse(decodeURIComponent(text));
    if (!isBatch) return call(input);
    return typeof input === "object" && input !== null && !Array.isArray(input) ? call("0" in input ? input[0] : undefined) : null;
  } catch {
    return null;
  }
}

/** A body can be read once, and every step of a procedure asks for it. */
function onceRead(request: Request): () => Promise<unknown> {
  let input: Promise<unknown> | undefined;
  return () =>
    (input ??= request.json().catch((cause: unknown) => {
      throw new TRPCError({ code: "BAD_REQUEST", message: cause instanceof Error ? cause.message : "Invalid input", cause });
    }));
}
