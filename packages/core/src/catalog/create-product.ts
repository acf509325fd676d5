import { onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { checkProduct } from "./check-product.ts";
import { asTaken, requireFreeSkus } from "./check-skus.ts";
import { findOrMakeTags } from "./find-or-make-tags.ts";
import { forgetCatalog } from "./forget-catalog.ts";
import { insertProducts } from "./insert-products.ts";
import { getProductView } from "./load-product-view.ts";
import { refuseProblems } from "./problems.ts";
import type { ProductContent } from "./product-content.ts";
import { resolveAttributes, resolveBrand, resolveCategories, resolveImages } from "./resolve-references.ts";
import { sanitizeDescription } from "./sanitize-description.ts";
import type { CreateProductInput } from "./schemas.ts";
import { sentVariant, variantContent } from "./sent-product.ts";
import { chooseSlug } from "./slugs.ts";
import { tellProductsChanged } from "./tell-changes.ts";
import type { ProductView } from "./views.ts";

/**
 * A new product; prices in minor units of the shop's currency. Without a slug it gets a free one made of its title.
 * Errors: `product.invalid` with `fieldErrors`, `product.slug_taken`, `variant.sku_taken`, `access.*`.
 */
export async function createProduct(ctx: Context, input: CreateProductInput): Promise<ProductView> {
  requirePermission(ctx, "catalog.write");
  const view = await onceByKey(ctx, { procedure: "catalog.createProduct", body: input }, async (ctx) => {
    const content = await contentOf(ctx, input);
    await requireFreeSkus(ctx, content.variants, null);
    const id = await insert(ctx, content);
    await tellProductsChanged(ctx, [id]);
    await recordAudit(ctx, { action: "product.create", subject: id, after: { slug: content.slug, status: content.status } });
    return getProductView(ctx, id);
  });
  forgetCatalog(ctx);
  return view;
}

async function insert(ctx: Context, content: ProductContent): Promise<string> {
  try {
    const [made] = await insertProducts(ctx, [content]);
    return made?.id ?? "";
  } catch (error) {
    throw asTaken(error, { slug: content.slug, skus: content.variants.flatMap((variant) => variant.sku ?? []) });
  }
}

async function contentOf(ctx: Context, input: CreateProductInput): Promise<ProductContent> {
  const { currency } = ctx.shop;
  const sent = input.variants.map((variant) => sentVariant({ ...variant, id: undefined }, currency));
  const brand = await resolveBrand(ctx, input.brand ?? null);
  const categories = await resolveCategories(ctx, input.categories);
  const images = await resolveImages(ctx, input.images, []);
  const attributes = await resolveAttributes(ctx, input.attributes);
  refuseProblems([
    ...checkProduct({ options: input.options, variants: sent, imageCount: input.images.length }, currency),
    ...[brand, categories, images, attributes].flatMap((resolved) => resolved.problems),
  ]);
  const slug = await chooseSlug(ctx, "product", { slug: input.slug, name: input.title });
  const tags = await findOrMakeTags(ctx, input.tags);
  const publishedAt = input.publishedAt ? new Date(input.publishedAt) : null;
  return {
    slug,
    title: input.title,
    descriptionHtml: sanitizeDescription(input.descriptionHtml),
    status: input.status,
    brandId: brand.value,
    seoTitle: input.seoTitle || null,
    seoDescription: input.seoDescription || null,
    publishedAt: publishedAt ?? (input.status === "active" ? ctx.clock.now() : null),
    categoryIds: categories.value,
    tagIds: [...new Set(tags.values())],
    options: input.options,
    images: images.value,
    variants: sent.map((variant) => variantContent(variant, input.options)),
    attributes: attributes.value,
  };
}
