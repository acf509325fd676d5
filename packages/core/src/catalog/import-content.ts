import type { Context } from "../kernel/index.ts";
import { mediaUrl } from "../media/index.ts";
import { attributeRows } from "./attribute-values.ts";
import { pathKey } from "./find-or-make-categories.ts";
import { mediaHash, type ImportReferences } from "./import-references.ts";
import { matchImages, matchVariants, mergeOptions } from "./match-stored.ts";
import type { Problem } from "./problems.ts";
import { pricesOf, type ImageContent, type ProductContent, type StoredProduct, type VariantContent } from "./product-content.ts";
import type { ImportProduct } from "./schemas.ts";
import { slugOf } from "./slug-of.ts";

/** What a product of a file comes to, matched with the stored one of its slug. */
export function importContent(
  ctx: Context,
  draft: ImportProduct,
  { references, stored }: { references: ImportReferences; stored: StoredProduct | undefined },
): { content: ProductContent; problems: Problem[] } {
  const urls = imageUrls(draft);
  const images = urls.map((url): ImageContent => {
    const own = stored?.images.find((image) => exportedUrl(image) === url);
    const mediaId = own?.mediaId ?? references.media.get(mediaHash(url) ?? "") ?? null;
    const alt = draft.images.find((image) => image.url === url)?.alt ?? "";
    return { mediaId, sourceUrl: own ? own.sourceUrl : mediaId === null ? url : null, alt };
  });
  const variants = draft.variants.map((variant): VariantContent => ({
    sku: variant.sku ?? null,
    barcode: variant.barcode ?? null,
    values: variant.options,
    prices: pricesOf(variant, ctx.shop.currency),
    weightGrams: variant.weightGrams ?? null,
    imageIndex: variant.imageUrl ? urls.indexOf(variant.imageUrl) : null,
  }));
  const attributes = importAttributes(draft, references);
  const publishedAt = draft.publishedAt ? new Date(draft.publishedAt) : (stored?.publishedAt ?? null);
  const content: ProductContent = {
    slug: draft.slug,
    title: draft.title,
    descriptionHtml: draft.descriptionHtml,
    status: draft.status,
    brandId: draft.brand ? (references.brands.get(draft.brand) ?? null) : null,
    seoTitle: draft.seoTitle || null,
    seoDescription: draft.seoDescription || null,
    publishedAt: publishedAt ?? (draft.status === "active" ? ctx.clock.now() : null),
    categoryIds: [...new Set(draft.categories.flatMap((path) => references.categories.get(pathKey(path)) ?? []))],
    tagIds: [...new Set(draft.tags.flatMap((name) => references.tags.get(name) ?? []))],
    options: mergeOptions(stored, draft.options, variants),
    images: stored ? matchImages(stored.images, images) : images,
    variants: stored ? matchVariants(stored.variants, variants) : variants,
    attributes: attributes.rows,
  };
  return { content, problems: attributes.problems };
}

/** The address an export gives a picture: where it came from, else where it is. */
export function exportedUrl(image: { sourceUrl: string | null; hash: string | null }): string {
  return image.sourceUrl ?? (image.hash === null ? "" : mediaUrl(image.hash, "full"));
}

/** The product's pictures, then those that only a variant names. */
function imageUrls(draft: ImportProduct): string[] {
  return [...new Set([...draft.images.map((image) => image.url), ...draft.variants.flatMap((variant) => variant.imageUrl || [])])];
}

function importAttributes(draft: ImportProduct, { attributes }: ImportReferences) {
  const problems: Problem[] = [];
  const rows = draft.attributes.flatMap(({ code, value }, i) => {
    const attribute = attributes.get(code);
    const result = attribute ? attributeRows(attribute, value, slugOf) : { problem: `There is no attribute "${code}".` };
    if ("rows" in result) return result.rows;
    problems.push({ field: `attributes.${i}.value`, message: result.problem });
    return [];
  });
  return { rows, problems };
}
