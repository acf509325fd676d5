import { recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { catalogSource } from "./build-documents.ts";
import type { VerifySearchInput } from "./schemas.ts";
import type { SearchVerificationView } from "./views.ts";

/**
 * Holds a part of the main engine's index against the database: which products it lacks, has otherwise or has too many.
 * `repair` puts them right. Go on from `nextCursor` until it is null. Errors: `access.*`.
 */
export async function verifySearch(ctx: Context, { repair, cursor, limit }: VerifySearchInput): Promise<SearchVerificationView> {
  requirePermission(ctx, repair ? "search.write" : "search.read");
  const { main } = ctx.ports.search;
  const after = cursor || null;
  const ids = await catalogSource.idsAfter(ctx, after, limit);
  const indexed = await main.walk(ctx, { after, limit });
  // Both walk in the order of ids: what is behind the end of a list that goes on belongs to the next part.
  const ends = [ids.length === limit ? ids.at(-1) : undefined, indexed.length === limit ? indexed.at(-1)?.productId : undefined];
  const end = ends.reduce<string | null>((least, id) => (id !== undefined && (least === null || id < least) ? id : least), null);
  const isInPart = (id: string) => end === null || id <= end;
  const documents = await catalogSource.load(ctx, ids.filter(isInPart));
  const wanted = new Map(documents.map(({ productId, hash }) => [productId, hash]));
  const found = new Map(indexed.filter(({ productId }) => isInPart(productId)).map(({ productId, hash }) => [productId, hash]));
  const missing = [...wanted.keys()].filter((id) => !found.has(id));
  const stale = [...wanted].flatMap(([id, hash]) => (found.has(id) && found.get(id) !== hash ? [id] : []));
  const extra = [...found.keys()].filter((id) => !wanted.has(id));
  const wrong = [...missing, ...stale, ...extra];
  if (repair && wrong.length > 0) {
    await main.sync(ctx, wrong, catalogSource);
    await recordAudit(ctx, { action: "search.repair", subject: main.name, after: { missing: missing.length, stale: stale.length, extra: extra.length } });
  }
  return { engine: main.name, checked: wanted.size, missing, stale, extra, repaired: repair ? wrong.length : 0, nextCursor: end };
}
