export const brandStarts = ["Alder", "Birk", "Corvo", "Dune", "Elm", "Fjord", "Gale", "Hazel", "Iris", "Juno", "Kestrel", "Linden", "Marl", "Norr", "Oaken", "Pell", "Quill", "Rowan", "Sable", "Tern", "Umber", "Vale", "Wren", "Yarrow"];
export const brandEnds = ["& Sons", "Works", "Mill", "Goods", "House"];

/** Departments, what is in them, and what is in that: three levels. */
export const departments: Record<string, Record<string, readonly string[]>> = {
  Kitchen: {
    Cookware: ["Pans", "Pots", "Casseroles", "Kettles"],
    Tableware: ["Plates", "Bowls", "Mugs", "Glasses"],
    Tools: ["Knives", "Boards", "Spoons", "Graters"],
  },
  Living: {
    Lighting: ["Floor lamps", "Table lamps", "Pendants", "Candles"],
    Textiles: ["Throws", "Cushions", "Rugs", "Curtains"],
    Storage: ["Baskets", "Boxes", "Shelves", "Hooks"],
  },
  Bed: {
    Linen: ["Duvet covers", "Sheets", "Pillowcases", "Blankets"],
    Bath: ["Towels", "Bath mats", "Robes", "Soap dishes"],
    Sleep: ["Pillows", "Duvets", "Mattress pads", "Sleep masks"],
  },
  Clothing: {
    Tops: ["Shirts", "T-shirts", "Jumpers", "Cardigans"],
    Bottoms: ["Trousers", "Skirts", "Shorts", "Jeans"],
    Outerwear: ["Coats", "Jackets", "Vests", "Rainwear"],
  },
  Garden: {
    Growing: ["Planters", "Seeds", "Trellises", "Propagators"],
    Implements: ["Spades", "Rakes", "Shears", "Trowels"],
    Outdoors: ["Benches", "Parasols", "Lanterns", "Fire bowls"],
  },
  Office: {
    Paper: ["Notebooks", "Diaries", "Cards", "Wrapping"],
    Desk: ["Pens", "Trays", "Desk lamps", "Organisers"],
    Bags: ["Backpacks", "Totes", "Pouches", "Satchels"],
  },
};

export const adjectives = ["Plain", "Heavy", "Folding", "Ribbed", "Glazed", "Brushed", "Woven", "Slim", "Tall", "Round", "Everyday", "Country", "Harbour", "Winter", "Summer", "Nested", "Hand-thrown", "Quilted", "Oiled", "Soft"];
export const materials = ["Oak", "Beech", "Linen", "Cotton", "Wool", "Stoneware", "Porcelain", "Glass", "Steel", "Cast iron", "Brass", "Leather", "Cork", "Bamboo"];
export const colours = ["White", "Sand", "Ochre", "Rust", "Moss", "Slate", "Indigo", "Black"];
export const sizes = ["Small", "Medium", "Large"];
export const tags = ["new", "gift", "handmade", "organic", "bestseller", "refill", "limited", "outlet"];
export const sentences = [
  "Made in small runs by people who use it themselves.",
  "It gets better with the years, and can be repaired when it does not.",
  "Washes at thirty degrees and dries flat.",
  "The rim is left unglazed, so that every piece stands a little differently.",
  "Stacks, packs and travels without complaint.",
  "Comes in a plain box of recycled card.",
  "Weighed, measured and checked by hand before it leaves the workshop.",
  "Keep it dry, oil it twice a year, and hand it on.",
];
