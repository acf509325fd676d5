import { ApiError, indexNotFound } from "./api-error.ts";
import type { Document } from "./filter.ts";
import { checkSettings, defaultSettings } from "./settings.ts";
import { StandInIndex } from "./stand-in-index.ts";
import type { MeilisearchStandIn } from "./stand-in.ts";

export interface RouteRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
}

interface Answer {
  status: number;
  body: unknown;
}

export interface Route {
  /** What the key has to allow; null for what everybody may ask. */
  action: string | null;
  indexUid: string | null;
  run: () => Answer;
}

const ok = (body: unknown): Answer => ({ status: 200, body });
const accepted = (body: unknown): Answer => ({ status: 202, body });
const uidShape = /^[a-zA-Z0-9_-]{1,400}$/;

export function route(server: MeilisearchStandIn, request: RouteRequest): Route {
  const [first = "", second, ...rest] = request.path.split("/").filter(Boolean);
  const at = `${request.method} ${first}`;
  const plain = (action: string | null, run: () => Answer): Route => ({ action, indexUid: null, run });
  if (at === "GET health") return plain(null, () => ok({ status: "available" }));
  if (at === "GET version") return plain("version", () => ok({ commitSha: "stand-in", commitDate: "2026-01-01", pkgVersion: server.version }));
  if (at === "GET stats") return plain("stats.get", () => ok(allStats(server)));
  if (at === "GET keys") return plain("keys.get", () => ok({ results: server.keys, offset: 0, limit: 20, total: server.keys.length }));
  if (at === "GET tasks") return plain("tasks.get", () => ok(second === undefined ? server.queue.list(request.query) : server.queue.find(Number(second))));
  if (at === "POST swap-indexes") return plain("indexes.swap", () => accepted(swap(server, request.body)));
  if (at === "POST multi-search") return plain("search", () => ok(multiSearch(server, request.body)));
  if (first === "indexes" && second === undefined) return listRoute(server, request);
  if (first === "indexes" && second !== undefined) return indexRoute(server, request, second, rest);
  throw new ApiError("not_found", "Not found");
}

function listRoute(server: MeilisearchStandIn, { method, body }: RouteRequest): Route {
  if (method === "GET") {
    const results = () => [...server.indexes].map(([uid, index]) => infoOf(uid, index));
    return { action: "indexes.get", indexUid: null, run: () => ok({ results: results(), offset: 0, limit: 20, total: server.indexes.size }) };
  }
  const { uid, primaryKey } = body as { uid: string; primaryKey?: string };
  return { action: "indexes.create", indexUid: uid, run: () => accepted(createIndex(server, uid, primaryKey ?? null)) };
}

function indexRoute(server: MeilisearchStandIn, { method, query, body }: RouteRequest, uid: string, rest: readonly string[]): Route {
  const [part = "", name] = rest;
  const index = (): StandInIndex => {
    const found = server.indexes.get(uid);
    if (!found) throw indexNotFound(uid);
    return found;
  };
  const made = (): StandInIndex => {
    const found = server.indexes.get(uid) ?? new StandInIndex(null);
    server.indexes.set(uid, found);
    return found;
  };
  const as = (action: string, run: () => Answer): Route => ({ action, indexUid: uid, run });
  const task = (type: string, run: () => void, details: Record<string, unknown> = {}) => accepted(server.queue.enqueue(type, { indexUid: uid, details, run }));
  const at = [method, part, name].filter(Boolean).join(" ");
  const given = (body ?? {}) as Record<string, unknown>;
  switch (at) {
    case "GET":
      return as("indexes.get", () => ok(infoOf(uid, index())));
    case "DELETE":
      return as("indexes.delete", () => task("indexDeletion", () => void (index(), server.indexes.delete(uid))));
    case "GET stats":
      return as("stats.get", () => ok(index().stats()));
    case "GET settings":
      return as("settings.get", () => ok(index().settings));
    case "PATCH settings":
      checkSettings(given);
      return as("settings.update", () => task("settingsUpdate", () => made().change(given), given));
    case "DELETE settings":
      return as("settings.update", () => task("settingsUpdate", () => void (index().settings = defaultSettings())));
    case "GET settings synonyms":
      return as("settings.get", () => ok(index().settings.synonyms));
    case "PUT settings synonyms":
      return as("settings.update", () => task("settingsUpdate", () => made().change({ synonyms: given }), { synonyms: given }));
    case "POST documents":
    case "PUT documents":
      return as("documents.add", () => task("documentAdditionOrUpdate", () => made().add(body as Document[], query.get("primaryKey"), method === "PUT"), { receivedDocuments: (body as Document[]).length }));
    case "GET documents":
      return as("documents.get", () => ok(index().list({ offset: Number(query.get("offset") ?? 0), limit: Number(query.get("limit") ?? 20), filter: query.get("filter") })));
    case "POST documents fetch":
      return as("documents.get", () => ok(index().list({ offset: Number(given["offset"] ?? 0), limit: Number(given["limit"] ?? 20), filter: given["filter"] })));
    case "POST documents delete-batch":
      return as("documents.delete", () => task("documentDeletion", () => void index().remove(body as unknown[]), { providedIds: (body as unknown[]).length }));
    case "POST documents delete":
      return as("documents.delete", () => task("documentDeletion", () => void index().removeBy(given["filter"])));
    case "DELETE documents":
      return as("documents.delete", () => task("documentDeletion", () => void index().removeBy(null)));
    case "POST search":
      return as("search", () => ok(index().search(given)));
    case "POST facet-search":
      return as("search", () => ok(index().facetSearch(given)));
    default:
      return documentRoute(index, at, { uid, name });
  }
}

function documentRoute(index: () => StandInIndex, at: string, { uid, name }: { uid: string; name: string | undefined }): Route {
  if (!at.startsWith("GET documents ") || name === undefined) throw new ApiError("not_found", "Not found");
  return {
    action: "documents.get",
    indexUid: uid,
    run: () => {
      const document = index().documents.get(name);
      if (!document) throw new ApiError("document_not_found", `Document \`${name}\` not found.`);
      return ok(document);
    },
  };
}

function createIndex(server: MeilisearchStandIn, uid: string, primaryKey: string | null) {
  if (!uidShape.test(uid)) throw new ApiError("invalid_index_uid", `\`${uid}\` is not a valid index uid.`);
  return server.queue.enqueue("indexCreation", {
    indexUid: uid,
    details: { primaryKey },
    run: () => {
      if (server.indexes.has(uid)) throw new ApiError("index_already_exists", `Index \`${uid}\` already exists.`);
      server.indexes.set(uid, new StandInIndex(primaryKey));
    },
  });
}

/** All of the pairs or none. */
function swap(server: MeilisearchStandIn, body: unknown) {
  const swaps = body as { indexes: string[] }[];
  const uids = swaps.flatMap(({ indexes }) => indexes);
  if (swaps.some(({ indexes }) => indexes.length !== 2)) throw new ApiError("invalid_swap_indexes", "Two indexes must be given for each swap.");
  if (new Set(uids).size < uids.length) throw new ApiError("invalid_swap_duplicate_index_found", "Indexes must be declared only once during a swap.");
  return server.queue.enqueue("indexSwap", {
    indexUid: null,
    details: { swaps },
    run: () => {
      const missing = uids.find((uid) => !server.indexes.has(uid));
      if (missing) throw indexNotFound(missing);
      for (const { indexes } of swaps) {
        const [a = "", b = ""] = indexes;
        const [one, other] = [server.indexes.get(a), server.indexes.get(b)];
        if (one && other) server.indexes.set(a, other).set(b, one);
      }
    },
  });
}

function multiSearch(server: MeilisearchStandIn, body: unknown) {
  const { queries } = body as { queries: Record<string, unknown>[] };
  return {
    results: queries.map((query, i) => {
      const indexUid = String(query["indexUid"]);
      try {
        const index = server.indexes.get(indexUid);
        if (!index) throw indexNotFound(indexUid);
        return { indexUid, ...index.search(query) };
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        throw new ApiError(error.code, `Inside \`.queries[${i}]\`: ${error.message}`);
      }
    }),
  };
}

function allStats(server: MeilisearchStandIn) {
  const indexes = Object.fromEntries([...server.indexes].map(([uid, index]) => [uid, index.stats()]));
  return { databaseSize: 0, usedDatabaseSize: 0, lastUpdate: null, indexes };
}

function infoOf(uid: string, { createdAt, updatedAt, primaryKey }: StandInIndex) {
  return { uid, createdAt, updatedAt, primaryKey };
}
