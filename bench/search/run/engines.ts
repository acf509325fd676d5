import type { Dialect } from "../../run/database.ts";

export const engineNames = ["sqlite", "postgres", "meilisearch"] as const;
export type EngineName = (typeof engineNames)[number];

export interface Engine {
  name: EngineName;
  dialect: Dialect;
  /** What the server is told; empty is as good as not set. */
  env: Record<string, string>;
}

/** The engines that can be measured here: Meilisearch only where MEILI_URL names a server. Errors: it was asked for and is not there. */
export function enginesFor(asked: EngineName | "all", env: Record<string, string | undefined>, say: (text: string) => void): Engine[] {
  const { MEILI_URL, MEILI_API_KEY = "" } = env;
  const none = { MEILI_URL: "", MEILI_API_KEY: "" };
  const embedded: Engine[] = [
    { name: "sqlite", dialect: "sqlite", env: none },
    { name: "postgres", dialect: "postgres", env: none },
  ];
  if (!MEILI_URL && asked === "meilisearch") throw new Error("Meilisearch is measured where MEILI_URL names a server (and MEILI_API_KEY its key).");
  if (!MEILI_URL && asked === "all") say("Meilisearch is left out: MEILI_URL names no server.");
  const all: Engine[] = MEILI_URL ? [...embedded, { name: "meilisearch", dialect: "sqlite", env: { MEILI_URL, MEILI_API_KEY } }] : embedded;
  return all.filter(({ name }) => asked === "all" || name === asked);
}
