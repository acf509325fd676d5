import { SearchIcon } from "../../components/icons.tsx";
import { Thumbnail } from "../../components/picture.tsx";
import { Price } from "../../components/price.tsx";
import { Link } from "@tanstack/react-router";
import { Marked } from "./marked.tsx";
import { optionAttributes } from "./option-attributes.ts";
import { OptionGroup } from "./option-group.tsx";
import type { SuggestionGroups } from "./suggestion-options.ts";

interface SuggestionListProps {
  id: string;
  groups: SuggestionGroups;
  active: number;
  onChoose: () => void;
}

/** The options under the search field: whole queries, categories and products, each a link. */
export function SuggestionList({ id, groups: { queries, categories, products }, active, onChoose }: SuggestionListProps) {
  const option = (place: number) => optionAttributes({ id: `${id}-${place}`, isActive: place === active, onChoose });
  return (
    <>
      <OptionGroup id={id} group={queries}>
        {queries.items.map(({ text, highlights }, index) => (
          <Link key={text} to="/search" search={{ q: text }} preload={false} {...option(queries.start + index)}>
            <span className="text-soft">
              <SearchIcon />
            </span>
            <span className="min-w-0 flex-1 truncate">
              <Marked segments={highlights} isQuiet />
            </span>
          </Link>
        ))}
      </OptionGroup>
      <OptionGroup id={id} group={categories}>
        {categories.items.map(({ id: categoryId, slug, path, highlights }, index) => (
          <Link key={categoryId} to="/categories/$slug" params={{ slug }} preload={false} {...option(categories.start + index)}>
            <span className="min-w-0 flex-1 truncate">
              <Marked segments={highlights} isQuiet />
              {path.length > 0 && <span className="text-soft"> in {path.join(", ")}</span>}
            </span>
          </Link>
        ))}
      </OptionGroup>
      <OptionGroup id={id} group={products}>
        {products.items.map(({ id: productId, slug, image, brand, priceFrom, highlights }, index) => (
          <Link key={productId} to="/products/$slug" params={{ slug }} {...option(products.start + index)}>
            <Thumbnail url={image?.thumbnailUrl ?? null} className="size-11 shrink-0" />
            <span className="min-w-0 flex-1">
              <span className="block truncate">
                <Marked segments={highlights} isQuiet />
              </span>
              {brand && <span className="block truncate text-xs text-soft">{brand}</span>}
            </span>
            {priceFrom && <Price amount={priceFrom} className="shrink-0" />}
          </Link>
        ))}
      </OptionGroup>
    </>
  );
}
