import type { DemoBrand } from "./types.ts";

export const demoBrands: readonly DemoBrand[] = [
  { slug: "larkfield", name: "Larkfield", description: "Our own label: things we could not find well made elsewhere, so we had them made." },
  { slug: "pell-pottery", name: "Pell Pottery", description: "Four potters and one large kiln. Stoneware thrown, glazed and fired in the same yard since 1974." },
  { slug: "hobb-and-daughter", name: "Hobb & Daughter", description: "Pans of iron, copper and steel. The daughter runs it now; the name has stayed the way round it was." },
  { slug: "greaves-forge", name: "Greaves Forge", description: "Blades for the kitchen and tools for the garden, from one hammer." },
  { slug: "tolland-glass", name: "Tolland Glass", description: "Blown by mouth into iron moulds, so no two pieces agree entirely." },
  { slug: "wyke-weavers", name: "Wyke Weavers", description: "Linen and wool from a mill with a wet climate and dry staff." },
  { slug: "ashlow-joinery", name: "Ashlow Joinery", description: "Furniture and boards in oak, ash and beech. Joints you can see, and screws you cannot because there are none." },
  { slug: "merrow-lighting", name: "Merrow Lighting", description: "Lamps with real switches and a flex long enough to reach the socket." },
  { slug: "tallow-and-wick", name: "Tallow & Wick", description: "Candles, poured slowly. Despite the name, nothing here is made of tallow any more." },
  { slug: "saltings-soap", name: "Saltings Soap Works", description: "Soap and brushes from the estuary. Plain bars, cured for eight weeks." },
  { slug: "thistledown-seeds", name: "Thistledown Seeds", description: "Open-pollinated seed, tested for germination and for flavour, in that order." },
  { slug: "brindle-and-pike", name: "Brindle & Pike", description: "Work clothes, boots and bags for people who do some." },
];
