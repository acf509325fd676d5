/** Words that shoppers of the demo shop use and the catalogue does not. None of them is in the judged queries of bench/search. */
export const demoSynonyms: { terms: string[]; replacements: string[] }[] = [
  { terms: ["apron", "pinny"], replacements: [] },
  { terms: ["beanie", "woolly hat"], replacements: [] },
  { terms: ["rucksack"], replacements: ["day pack"] },
  { terms: ["birdhouse"], replacements: ["nesting box"] },
];

export const demoRedirects: { query: string; url: string }[] = [
  { query: "returns", url: "/help/returns" },
  { query: "delivery", url: "/help/shipping" },
  { query: "contact", url: "/help/contact" },
];

/** Places count from 0. */
export const demoPins: { query: string; product: string; position: number }[] = [{ query: "gift", product: "travelling-candle", position: 0 }];

/** What was searched for: how often 31 to 60 days ago, and how often in the last 30. */
export const demoSearches: readonly (readonly [text: string, before: number, lately: number])[] = [
  ["mug", 40, 46],
  ["tea towel", 30, 31],
  ["candle", 24, 52],
  ["lamp", 22, 20],
  ["blanket", 10, 38],
  ["secateurs", 18, 7],
  ["watering can", 16, 5],
  ["teapot", 15, 14],
  ["apron", 14, 15],
  ["kettle", 12, 13],
  ["jar", 10, 8],
  ["log basket", 2, 14],
  ["boot socks", 3, 16],
  ["wine glasses", 8, 12],
  ["bread knife", 9, 8],
  ["chopping board", 8, 9],
  ["blue mug", 7, 9],
  ["espresso cup", 6, 7],
  ["linen napkins", 5, 6],
  ["secatuers", 3, 2],
  ["candel", 2, 5],
  ["gift", 4, 9],
  ["returns", 6, 7],
  ["delivery", 4, 6],
  ["gift card", 5, 11],
  ["advent calendar", 0, 9],
  ["coffee machine", 3, 6],
  ["yoga mat", 4, 5],
  ["umbrella", 2, 3],
];

/** What Robin typed before buying these. */
export const demoFinds: readonly { text: string; sku: string }[] = [
  { text: "wine glasses", sku: "TOL-WINE-TABLE" },
  { text: "tea towel", sku: "WYK-TEA-BAND-NAN" },
  { text: "preserving jar", sku: "TOL-JAR-CLIP-1000" },
  { text: "dish brush", sku: "SAL-BRUSH-DISH-TMP" },
];
