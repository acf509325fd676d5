import { products } from "@cartwright/db";
import { availableParallelism } from "node:os";
import { createProduct } from "../src/catalog/index.ts";
import { CreateProductInput } from "../src/catalog/schemas.ts";
import { receiveStock } from "../src/inventory/index.ts";
import type { Context } from "../src/kernel/index.ts";
import { storeImage } from "../src/media/index.ts";
import { demoProducts, type DemoProduct } from "./catalogue/index.ts";
import { drawProduct } from "./drawings/index.ts";
import type { SeedOptions } from "./seed-demo-shop.ts";

const dayMilliseconds = 86_400_000;

/** Draws, stores and creates every product that is not there yet; several pictures at a time. */
export async function seedProducts(ctx: Context, options: SeedOptions): Promise<void> {
  const known = new Set((await ctx.db.select({ slug: products.slug }).from(products)).map((row) => row.slug));
  const waiting = demoProducts.filter((product) => !known.has(product.slug));
  let done = demoProducts.length - waiting.length;
  const worker = async () => {
    for (let product = waiting.shift(); product; product = waiting.shift()) {
      await seedProduct(ctx, product, options);
      done += 1;
      options.onProgress?.(done, demoProducts.length);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

async function seedProduct(ctx: Context, product: DemoProduct, { hasPictures }: SeedOptions): Promise<void> {
  const images = hasPictures ? await storePictures(ctx, product) : [];
  const publishedAt = new Date(ctx.clock.now().getTime() - product.publishedDaysAgo * dayMilliseconds).toISOString();
  const created = await createProduct(
    ctx,
    CreateProductInput.parse({
      ...product,
      status: "active",
      images,
      publishedAt,
      variants: product.variants.map(({ stock: _, image, ...variant }) => ({ ...variant, image: hasPictures ? image : undefined })),
    }),
  );
  for (const { sku, stock } of product.variants) {
    const variant = created.variants.find((candidate) => candidate.sku === sku);
    if (!variant || stock === 0) continue;
    await receiveStock(ctx, {
      variantId: variant.id,
      location: undefined,
      quantity: stock,
      reason: "opening balance",
      idempotencyKey: `demo-stock-${sku}`,
    });
  }
}

async function storePictures(ctx: Context, product: DemoProduct) {
  const images: { mediaId: string; alt: string }[] = [];
  for (const { drawing, alt } of product.images) {
    const { id } = await storeImage(ctx, Buffer.from(drawProduct(drawing)));
    images.push({ mediaId: id, alt });
  }
  return images;
}
