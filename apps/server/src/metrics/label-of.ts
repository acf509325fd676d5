import type { AnyTRPCProcedure } from "@trpc/server";
import { appRouter } from "../router.ts";

const api = "/api/trpc/";
// Typed like the router, this record is flat in truth: every procedure by its dotted path.
const procedures: ReadonlySet<string> = new Set(Object.keys(appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>));
const folders: ReadonlySet<string> = new Set(["media", "health", "oauth", "assets", "api", "metrics"]);

/** What a request is counted as: one of the procedures or of a few words, whatever anybody asks for. */
export function labelOf(path: string): string {
  if (path.startsWith(api)) {
    const name = path.slice(api.length);
    if (procedures.has(name)) return name;
    return name.includes(",") ? "batch" : "unknown";
  }
  const [, folder = ""] = path.split("/", 2);
  return folders.has(folder) ? folder : "page";
}
