import { FacetFrame } from "../../components/filters/facet-frame.tsx";
import { PriceBoxes, type PriceChanges } from "../../components/filters/price-boxes.tsx";
import type { Outputs } from "../../lib/trpc.ts";
import { useState } from "react";
import { PriceHistogram } from "./price-histogram.tsx";
import { placeOf, priceScale, priceText } from "./price-scale.ts";
import { PriceSlider } from "./price-slider.tsx";
import type { ProductSearch } from "./product-search.ts";
import { useSettled } from "./use-settled.ts";

interface PriceFacetProps {
  facet: NonNullable<Outputs["search"]["products"]["facets"]["price"]>;
  search: ProductSearch;
  onChange: (changes: PriceChanges) => void;
}

/** Prices as a picture, two thumbs to choose from it, and the same in figures. */
export function PriceFacet({ facet, search, onChange }: PriceFacetProps) {
  const { currency, buckets } = facet;
  const scale = priceScale(facet);
  const shown = {
    low: placeOf(search.price_min, scale.fromMinor, { scale, currency }),
    high: placeOf(search.price_max, scale.toMinor, { scale, currency }),
  };
  const [drag, setDrag] = useState<typeof shown | null>(null);
  const settle = useSettled(({ low, high }: typeof shown) => {
    setDrag(null);
    onChange({
      price_min: low > scale.fromMinor ? priceText(low, currency) : undefined,
      price_max: high < scale.toMinor ? priceText(high, currency) : undefined,
    });
  });
  const chosen = drag ?? shown;
  const move = (to: typeof shown) => {
    setDrag(to);
    settle(to);
  };
  return (
    <FacetFrame title={`Price in ${currency}`} isOpen>
      <div className="space-y-3">
        <div className="px-3">
          <PriceHistogram buckets={buckets} scale={scale} chosen={chosen} />
          <div className="-mx-3">
            <PriceSlider scale={scale} currency={currency} {...chosen} onChange={move} />
          </div>
        </div>
        <PriceBoxes
          bounds={facet}
          search={drag ? { price_min: priceText(drag.low, currency), price_max: priceText(drag.high, currency) } : search}
          onChange={onChange}
        />
      </div>
    </FacetFrame>
  );
}
