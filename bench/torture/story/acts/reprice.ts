import type { Scene } from "./scene.ts";

/** Another price for something that lies in carts. */
export async function reprice({ story, client, random }: Scene): Promise<void> {
  const { productId, variantId } = random.pick(story.goods);
  const priceMinor = random.between(1, 20_000);
  await client.mutate("catalog.updateProduct", { product: productId, variants: [{ id: variantId, priceMinor }] }, `${variantId.slice(-4)} for ${priceMinor}`);
}
