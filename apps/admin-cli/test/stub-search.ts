const at = "2026-05-01T10:00:00.000Z";

export const synonyms = { id: "syn_1", kind: "both", terms: ["jumper", "sweater"], replacements: [], createdAt: at };
export const pin = { query: "mug", product: { id: "prd_1", slug: "camp-mug", title: "Camp Mug", status: "active" }, position: 0, createdAt: at };
export const redirect = { query: "returns", url: "/help/returns", createdAt: at };

const engine = {
  name: "sqlite", role: "main", state: "ready", documents: 1_200, generation: 3, isOutdated: false, rebuild: null as { isDone: boolean; built: number; wanted: number } | null,
  sizeBytes: 2_450_000, updatedAt: at, lastError: null as string | null, breaker: "open", pending: 4,
};

/** A shop whose index has this much of a rebuild behind it; null when none is under way. */
export function statusOf(built: number | null) {
  return { engines: [{ ...engine, rebuild: built === null ? null : { isDone: false, built, wanted: 1_200 } }], products: 1_200, lag: { waiting: 2, dead: 1, oldestSeconds: 7 } };
}

/** Two parts of a walk, with something of everything. */
export function verifiedPart(cursor: string | null | undefined, repair: boolean) {
  const found = cursor ? { missing: ["prd_9"], stale: [], extra: [], nextCursor: null } : { missing: [], stale: ["prd_1"], extra: ["prd_2"], nextCursor: "prd_5" };
  return { engine: "sqlite", checked: 3, ...found, repaired: repair ? found.missing.length + found.stale.length + found.extra.length : 0 };
}

export const found = {
  hits: [{ id: "prd_1", slug: "camp-mug", title: "Camp Mug", brand: { id: "brd_1", slug: "lark", name: "Lark" }, priceFrom: { amountMinor: 900, currency: "EUR" } }],
  total: 1_000, isTotalCapped: true, page: 1, perPage: 10, didYouMean: "mug", isPartial: false, redirect: null, queryId: null, engine: "sqlite",
};

export const report = {
  sinceOn: "2026-04-02", untilOn: "2026-05-01", before: { sinceOn: "2026-03-03", untilOn: "2026-04-01" },
  totals: { searches: 200, queries: 31, withoutResults: 10, partial: 4, corrected: 8, clicked: 90, purchases: 3, units: 5 },
  top: [{ query: "mug", searches: 40, results: 12, clicked: 20, purchases: 2 }],
  rising: [{ query: "blanket", searches: 30, before: 4 }],
  withoutResults: [{ query: "yoga mat", searches: 6, withoutResults: 5, partial: 1 }],
  positions: [{ position: 0, shown: 150, clicks: 60 }, { position: null, shown: null, clicks: 7 }],
  purchases: [{ query: "mug", product: { id: "prd_1", slug: "camp-mug", title: "Camp Mug" }, purchases: 2, units: 4 }],
};
