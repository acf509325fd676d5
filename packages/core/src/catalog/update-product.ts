import { onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { checkProduct, type SentVariant } from "./check-product.ts";
import { asTaken, requireFreeSkus } from "./check-skus.ts";
import { compareProduct } from "./compare-product.ts";
import { findOrMakeTags } from "./find-or-make-tags.ts";
import { forgetCatalog } from "./forget-catalog.ts";
import { getProductView } from "./load-product-view.ts";
import { lockProduct } from "./lock-product.ts";
import { matchImages, matchVariants } from "./match-stored.ts";
import { refuseProblems, type Problem } from "./problems.ts";
import type { ImageContent, ProductContent, StoredProduct, VariantContent } from "./product-content.ts";
import { replaceProduct } from "./replace-product.ts";
import { resolveAttributes, resolveBrand, resolveCategories, resolveImages } from "./resolve-references.ts";
import { sanitizeDescription } from "./sanitize-description.ts";
import type { UpdateProductInput } from "./schemas.ts";
import { resentVariant, sentVariant, variantContent } from "./sent-product.ts";
import { requireFreeSlug } from "./slugs.ts";
import { tellProductsChanged } from "./tell-changes.ts";
import type { ProductView } from "./views.ts";

/**
 * Changes what is given and leaves the rest; a list that is given replaces the old one. An old slug leads to the new
 * one. Errors: `product.not_found`, `product.archived`, `product.invalid` with `fieldErrors`, `product.slug_taken`,
 * `variant.sku_taken`, `access.*`.
 */
export async function updateProduct(ctx: Context, input: UpdateProductInput): Promise<ProductView> {
  requirePermission(ctx, "catalog.write");
  const view = await onceByKey(ctx, { procedure: "catalog.updateProduct", body: input }, async (ctx) => {
    const stored = await lockProduct(ctx, input.product);
    const content = await contentOf(ctx, stored, input);
    const changes = compareProduct(stored, content);
    if (changes.length > 0) {
      await requireFreeSlug(ctx, "product", content.slug, stored.id);
      await requireFreeSkus(ctx, content.variants, stored.id);
      await replace(ctx, stored, { content, changes });
      await tellProductsChanged(ctx, [stored.id]);
      await recordAudit(ctx, {
        action: "product.update",
        subject: stored.id,
        before: { slug: stored.slug, status: stored.status },
        after: { slug: content.slug, status: content.status, changes },
      });
    }
    return getProductView(ctx, stored.id);
  });
  forgetCatalog(ctx);
  return view;
}

async function replace(ctx: Context, stored: StoredProduct, next: { content: ProductContent; changes: string[] }): Promise<void> {
  try {
    await replaceProduct(ctx, stored, next);
  } catch (error) {
    throw asTaken(error, { slug: next.content.slug, skus: next.content.variants.flatMap((variant) => variant.sku ?? []) });
  }
}

async function contentOf(ctx: Context, stored: StoredProduct, input: UpdateProductInput): Promise<ProductContent> {
  const brand = input.brand === undefined ? { value: stored.brandId, problems: [] } : await resolveBrand(ctx, input.brand);
  const categories = input.categories ? await resolveCategories(ctx, input.categories) : { value: stored.categoryIds, problems: [] };
  const images = input.images ? await resolveImages(ctx, input.images, stored.images) : { value: stored.images, problems: [] };
  const attributes = input.attributes ? await resolveAttributes(ctx, input.attributes) : { value: stored.attributes, problems: [] };
  const nextImages = matchImages(stored.images, images.value);
  const options = input.options ?? stored.options;
  const sent = sentVariants(ctx, stored, { input, images: nextImages });
  refuseProblems([
    ...checkProduct({ options, variants: sent, imageCount: nextImages.length }, ctx.shop.currency),
    ...unknownVariants(stored, sent),
    ...[brand, categories, images, attributes].flatMap((resolved) => resolved.problems),
  ]);
  const status = input.status ?? stored.status;
  return {
    slug: input.slug ?? stored.slug,
    title: input.title ?? stored.title,
    descriptionHtml: input.descriptionHtml === undefined ? stored.descriptionHtml : sanitizeDescription(input.descriptionHtml),
    status,
    brandId: brand.value,
    seoTitle: input.seoTitle === undefined ? stored.seoTitle : input.seoTitle || null,
    seoDescription: input.seoDescription === undefined ? stored.seoDescription : input.seoDescription || null,
    publishedAt: stored.publishedAt ?? (status === "active" ? ctx.clock.now() : null),
    categoryIds: categories.value,
    tagIds: input.tags ? [...new Set((await findOrMakeTags(ctx, input.tags)).values())] : stored.tagIds,
    options,
    images: nextImages,
    variants: matchVariants(stored.variants, sent.map((variant) => variantContent(variant, options))).map((variant, i) =>
      input.variants?.[i]?.prices === undefined ? withOtherPrices(stored, variant, ctx.shop.currency) : variant,
    ),
    attributes: attributes.value,
  };
}

/** When only the pictures change, each variant keeps its own if it is still there. */
function sentVariants(
  ctx: Context,
  stored: StoredProduct,
  { input, images }: { input: UpdateProductInput; images: readonly ImageContent[] },
): SentVariant[] {
  if (input.variants) return input.variants.map((variant) => sentVariant(variant, ctx.shop.currency));
  return stored.variants.map((variant) => {
    const before = variant.imageIndex === null ? undefined : stored.images[variant.imageIndex];
    const index = images.findIndex((image) => image.id !== undefined && image.id === before?.id);
    return resentVariant({ ...variant, imageIndex: index < 0 ? null : index }, stored.options);
  });
}

/** A form that speaks of the shop's currency only leaves the prices in others as they are. */
function withOtherPrices(stored: StoredProduct, variant: VariantContent, currency: string): VariantContent {
  const own = variant.prices.filter((price) => price.currency === currency);
  const others = stored.variants.find(({ id }) => id === variant.id)?.prices.filter((price) => price.currency !== currency) ?? [];
  return { ...variant, prices: [...own, ...others].toSorted((a, b) => (a.currency < b.currency ? -1 : 1)) };
}

function unknownVariants(stored: StoredProduct, sent: readonly SentVariant[]): Problem[] {
  return sent.flatMap(({ id }, i) =>
    id === undefined || stored.variants.some((variant) => variant.id === id)
      ? []
      : [{ field: `variants.${i}.id`, message: `The product has no variant ${id}.` }],
  );
}
