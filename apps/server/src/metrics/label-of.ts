import { procedures } from "../procedures.ts";

const api = "/api/trpc/";
const names: ReadonlySet<string> = new Set(procedures.map(({ path }) => path));
const folders: ReadonlySet<string> = new Set(["media", "health", "oauth", "assets", "api", "metrics"]);

/** What a request is counted as: one of the procedures or of a few words, whatever anybody asks for. */
export function labelOf(path: string): string {
  if (path.startsWith(api)) {
    const name = path.slice(api.length);
    if (names.has(name)) return name;
    return name.includes(",") ? "batch" : "unknown";
  }
  const [, folder = ""] = path.split("/", 2);
  return folders.has(folder) ? folder : "page";
}
