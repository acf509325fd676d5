import { chunked, media } from "@cartwright/db";
import { inArray } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import type { KnownAttribute } from "./attribute-values.ts";
import { findOrMakeAttributes } from "./find-or-make-attributes.ts";
import { findOrMakeBrands } from "./find-or-make-brands.ts";
import { findOrMakeCategories } from "./find-or-make-categories.ts";
import { findOrMakeTags } from "./find-or-make-tags.ts";
import type { ImportProduct } from "./schemas.ts";

/** The ids behind all names that a batch uses. */
export interface ImportReferences {
  brands: ReadonlyMap<string, string>;
  tags: ReadonlyMap<string, string>;
  /** By `pathKey`. */
  categories: ReadonlyMap<string, string>;
  attributes: ReadonlyMap<string, KnownAttribute>;
  /** Ids of stored pictures by hash. */
  media: ReadonlyMap<string, string>;
}

/** Looks up everything once a batch and makes what is missing. Call it inside a transaction. */
export async function makeReferences(ctx: Context, drafts: readonly ImportProduct[]): Promise<ImportReferences> {
  return {
    brands: await findOrMakeBrands(ctx, new Set(drafts.flatMap((draft) => draft.brand || []))),
    tags: await findOrMakeTags(ctx, new Set(drafts.flatMap((draft) => draft.tags))),
    categories: await findOrMakeCategories(ctx, drafts.flatMap((draft) => draft.categories)),
    attributes: await findOrMakeAttributes(ctx, drafts.flatMap((draft) => draft.attributes)),
    media: await findMedia(ctx, new Set(drafts.flatMap((draft) => draft.images.flatMap((image) => mediaHash(image.url) ?? [])))),
  };
}

/** The hash in the address of a picture of ours, as an export has it. */
export function mediaHash(url: string): string | null {
  return /^\/media\/([0-9a-f]+)\.webp$/.exec(url)?.[1] ?? null;
}

async function findMedia(ctx: Context, hashes: ReadonlySet<string>): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const chunk of chunked([...hashes])) {
    const rows = await ctx.db.select({ id: media.id, hash: media.hash }).from(media).where(inArray(media.hash, chunk));
    for (const row of rows) found.set(row.hash, row.id);
  }
  return found;
}
