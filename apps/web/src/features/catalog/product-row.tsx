import { ProductGrid } from "../../components/product-grid.tsx";
import { trpc } from "../../lib/trpc.ts";
import type { ReactNode } from "react";
import type { CardsInput } from "./loaders.ts";

interface ProductRowProps {
  title: string;
  input: CardsInput;
  count: number;
  /** A product that stands on the page already. */
  exceptId?: string | undefined;
  more?: ReactNode;
}

/** A few products under a heading; nothing at all when there are none. */
export function ProductRow({ title, input, count, exceptId, more }: ProductRowProps) {
  const { data } = trpc.catalog.listProducts.useQuery(input);
  const products = data?.items.filter((product) => product.id !== exceptId).slice(0, count) ?? [];
  if (products.length === 0) return null;
  return (
    <section className="space-y-7">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-t border-edge pt-4">
        <h2 className="text-2xl">{title}</h2>
        {more && <p className="text-sm">{more}</p>}
      </div>
      <ProductGrid products={products} columns={4} />
    </section>
  );
}
