import { ApiError } from "./api-error.ts";
import { readFilter, valuesOf, type Document } from "./filter.ts";
import { Lexicon } from "./lexicon.ts";
import { runSearch } from "./run-search.ts";
import { changedSettings, defaultSettings, type StandInSettings } from "./settings.ts";

const idShape = /^[a-zA-Z0-9_-]{1,511}$/;

export class StandInIndex {
  readonly documents = new Map<string, Document>();
  settings: StandInSettings = defaultSettings();
  readonly createdAt = new Date().toISOString();
  updatedAt = this.createdAt;
  private kept: Lexicon | null = null;

  constructor(public primaryKey: string | null) {}

  add(documents: readonly Document[], primaryKey: string | null, isPartial: boolean): void {
    const key = (this.primaryKey ??= primaryKey ?? keyAmong(documents));
    for (const document of documents) {
      const id = document[key];
      if (id === undefined) throw new ApiError("missing_document_id", `Document doesn't have a \`${key}\` attribute: \`${JSON.stringify(document)}\`.`);
      if (!idShape.test(textOf(id))) throw new ApiError("invalid_document_id", `Document identifier \`${JSON.stringify(id)}\` is invalid.`);
    }
    for (const document of documents) this.documents.set(textOf(document[key]), { ...(isPartial ? this.documents.get(textOf(document[key])) : {}), ...document });
    this.touch();
  }

  remove(ids: readonly unknown[]): number {
    const removed = ids.filter((id) => this.documents.delete(textOf(id))).length;
    this.touch();
    return removed;
  }

  removeBy(filter: unknown): number {
    const isMet = readFilter(filter, this.settings.filterableAttributes);
    return this.remove([...this.documents].filter(([, document]) => isMet(document)).map(([id]) => id));
  }

  change(settings: Record<string, unknown>): void {
    this.settings = changedSettings(this.settings, settings);
    this.touch();
  }

  search(body: Record<string, unknown>) {
    this.kept ??= new Lexicon(this.documents.values(), this.settings);
    return runSearch({ documents: [...this.documents.values()], settings: this.settings, lexicon: this.kept }, body);
  }

  list({ offset, limit, filter }: { offset: number; limit: number; filter: unknown }) {
    const isMet = readFilter(filter, this.settings.filterableAttributes);
    const found = [...this.documents.values()].filter(isMet);
    return { results: found.slice(offset, offset + limit), offset, limit, total: found.length };
  }

  facetSearch({ facetName, facetQuery, ...body }: Record<string, unknown>) {
    const name = textOf(facetName);
    if (!this.settings.filterableAttributes.includes(name)) throw new ApiError("invalid_facet_search_facet_name", `Attribute \`${name}\` is not facet-searchable.`);
    const { facetDistribution = {} } = this.search({ ...body, limit: 0, facets: [name] }) as { facetDistribution?: Record<string, Record<string, number>> };
    const query = textOf(facetQuery).toLowerCase();
    const facetHits = Object.entries(facetDistribution[name] ?? {}).flatMap(([value, count]) => (value.toLowerCase().startsWith(query) ? [{ value, count }] : []));
    return { facetHits, facetQuery: facetQuery ?? null, processingTimeMs: 0 };
  }

  stats() {
    const fields = new Set([...this.documents.values()].flatMap((document) => Object.keys(document)));
    const count = (field: string) => [...this.documents.values()].filter((document) => valuesOf(document, field).length > 0).length;
    const text = JSON.stringify([...this.documents.values()]);
    return {
      numberOfDocuments: this.documents.size,
      rawDocumentDbSize: text.length,
      avgDocumentSize: this.documents.size === 0 ? 0 : Math.round(text.length / this.documents.size),
      isIndexing: false,
      fieldDistribution: Object.fromEntries([...fields].map((field) => [field, count(field)])),
    };
  }

  private touch(): void {
    this.kept = null;
    this.updatedAt = new Date().toISOString();
  }
}

function keyAmong(documents: readonly Document[]): string {
  const [key, ...others] = Object.keys(documents[0] ?? {}).filter((name) => name.toLowerCase().endsWith("id"));
  if (key !== undefined && others.length === 0) return key;
  throw new ApiError("index_primary_key_no_candidate_found", "The primary key inference failed as the engine did not find any field ending with `id` in its name.");
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
