import { CardGrid } from "./card-grid.tsx";
import { Skeleton } from "./skeleton.tsx";
import { ProductCard, type ProductCardView } from "./product-card.tsx";

interface ProductGridProps {
  products: readonly ProductCardView[];
  columns: 3 | 4;
  /** How many pictures are near the top of the page. */
  eagerCount?: number;
  headingLevel?: "h2" | "h3";
}

export function ProductGrid({ products, columns, eagerCount = 0, headingLevel = "h3" }: ProductGridProps) {
  return (
    <CardGrid columns={columns}>
      {products.map((product, index) => (
        <li key={product.id}>
          <ProductCard product={product} isEager={index < eagerCount} headingLevel={headingLevel} />
        </li>
      ))}
    </CardGrid>
  );
}

export function ProductGridSkeleton({ columns, count }: { columns: 3 | 4; count: number }) {
  return (
    <div aria-hidden>
      <CardGrid columns={columns}>
        {Array.from({ length: count }, (_, index) => (
          <li key={index} className="space-y-3">
            <Skeleton className="aspect-square" />
            <Skeleton className="h-4 w-3/4" />
            <Skeleton className="h-4 w-1/3" />
          </li>
        ))}
      </CardGrid>
    </div>
  );
}
