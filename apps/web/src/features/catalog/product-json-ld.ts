import { toDecimal } from "../../lib/money.ts";
import type { ProductView } from "./choose-variant.ts";

/** What search engines are told of a product: schema.org/Product. */
export function productJsonLd(product: ProductView, origin: string) {
  const address = `${origin}/products/${product.slug}`;
  return {
    "@context": "https://schema.org",
    "@type": "Product",
    name: product.title,
    description: plainText(product.descriptionHtml),
    url: address,
    image: product.images.map(({ url }) => new URL(url, origin).href),
    ...(product.brand ? { brand: { "@type": "Brand", name: product.brand.name } } : {}),
    offers: product.variants.map((variant) => ({
      "@type": "Offer",
      url: `${address}?variant=${variant.id}`,
      price: toDecimal(variant.price.amountMinor, variant.price.currency),
      priceCurrency: variant.price.currency,
      availability: `https://schema.org/${variant.available > 0 ? "InStock" : "OutOfStock"}`,
      ...(variant.sku ? { sku: variant.sku } : {}),
      ...(variant.barcode ? { gtin: variant.barcode } : {}),
    })),
  };
}

const descriptionLength = 300;

/** The first words of a description, without its markup. */
export function plainText(html: string): string {
  const text = html
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
  return text.length > descriptionLength ? `${text.slice(0, descriptionLength - 1)}…` : text;
}
