import { Breadcrumbs } from "../../components/breadcrumbs.tsx";
import { Price } from "../../components/price.tsx";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { AttributeTable } from "./attribute-table.tsx";
import type { ProductView, VariantView } from "./choose-variant.ts";
import { OptionPicker } from "./option-picker.tsx";
import { ProductDescription } from "./product-description.tsx";
import { ProductGallery } from "./product-gallery.tsx";
import { StockLine } from "./stock-line.tsx";
import { VariantList } from "./variant-list.tsx";

interface ProductDetailsProps {
  product: ProductView;
  variant: VariantView;
  available: ReadonlyMap<string, number>;
  /** How this variant is bought. */
  actions: ReactNode;
}

export function ProductDetails({ product, variant, available, actions }: ProductDetailsProps) {
  const { title, brand, breadcrumbs, options, descriptionHtml } = product;
  return (
    <div className="space-y-6">
      <Breadcrumbs categories={breadcrumbs} current={title} />
      <article className="grid items-start gap-x-16 gap-y-10 lg:grid-cols-[1.25fr_1fr] lg:grid-rows-[auto_1fr]">
        {/* Another variant starts with its own picture. */}
        <ProductGallery key={variant.imageId} product={product} variant={variant} />
        <div className="space-y-7 lg:sticky lg:top-8 lg:row-span-2">
          <header className="space-y-3">
            {brand && (
              <p className="text-sm text-soft">
                <Link to="/brands/$slug" params={{ slug: brand.slug }} className="link">
                  {brand.name}
                </Link>
              </p>
            )}
            <h1 className="text-3xl">{title}</h1>
            <p className="text-xl">
              <Price amount={variant.price} compareAt={variant.compareAt} />
            </p>
          </header>
          {options.map(({ name }) => (
            <OptionPicker key={name} name={name} product={product} variant={variant} available={available} />
          ))}
          {options.length > 0 && <VariantList product={product} />}
          <div className="space-y-4">
            <StockLine variantId={variant.id} available={available.get(variant.id) ?? variant.available} />
            {actions}
          </div>
        </div>
        <div className="space-y-8">
          <ProductDescription html={descriptionHtml} />
          <AttributeTable product={product} variant={variant} />
        </div>
      </article>
    </div>
  );
}
