import { Skeleton } from "../../components/skeleton.tsx";
import { classNames } from "../../lib/class-names.ts";
import { ProductCard, type ProductCardView } from "./product-card.tsx";

interface ProductGridProps {
  products: readonly ProductCardView[];
  columns: 3 | 4;
  /** How many pictures are near the top of the page. */
  eagerCount?: number;
  headingLevel?: "h2" | "h3";
}

const columnClass = { 3: "sm:grid-cols-3", 4: "sm:grid-cols-3 lg:grid-cols-4" };

export function ProductGrid({ products, columns, eagerCount = 0, headingLevel = "h3" }: ProductGridProps) {
  return (
    <ul className={classNames("grid grid-cols-2 gap-x-4 gap-y-10 sm:gap-x-7", columnClass[columns])}>
      {products.map((product, index) => (
        <li key={product.id}>
          <ProductCard product={product} isEager={index < eagerCount} headingLevel={headingLevel} />
        </li>
      ))}
    </ul>
  );
}

export function ProductGridSkeleton({ columns, count }: { columns: 3 | 4; count: number }) {
  return (
    <div aria-hidden className={classNames("grid grid-cols-2 gap-x-4 gap-y-10 sm:gap-x-7", columnClass[columns])}>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="space-y-3">
          <Skeleton className="aspect-square" />
          <Skeleton className="h-4 w-3/4" />
          <Skeleton className="h-4 w-1/3" />
        </div>
      ))}
    </div>
  );
}
