import { CardGrid } from "../../components/card-grid.tsx";
import { ProductCard } from "../../components/product-card.tsx";
import type { Outputs } from "../../lib/trpc.ts";
import { keepFind } from "./kept-finds.ts";
import { Marked } from "./marked.tsx";
import { perPage } from "./search-input.ts";
import { tellClick } from "./tell-click.ts";
import { useQueryId } from "./use-query-id.ts";

interface SearchHitsProps {
  result: Outputs["search"]["products"];
  text: string;
}

const eagerCount = 6;

export function SearchHits({ result: { hits, page, queryId: given }, text }: SearchHitsProps) {
  const readQueryId = useQueryId(text, given);
  const open = (productId: string, index: number) => {
    const queryId = readQueryId();
    if (!queryId) return;
    tellClick({ queryId, productId, position: (page - 1) * perPage + index });
    keepFind({ queryId, productId });
  };
  return (
    <CardGrid columns={3}>
      {hits.map((hit, index) => (
        <li key={hit.id}>
          <ProductCard
            product={hit}
            isEager={index < eagerCount}
            headingLevel="h2"
            heading={<Marked segments={hit.highlights.title} />}
            onOpen={() => open(hit.id, index)}
          >
            {hit.highlights.description && (
              <p className="mt-1 line-clamp-3 text-xs text-soft">
                <Marked segments={hit.highlights.description} />
              </p>
            )}
          </ProductCard>
        </li>
      ))}
    </CardGrid>
  );
}
