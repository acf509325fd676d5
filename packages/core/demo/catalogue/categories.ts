import type { DemoCategory } from "./types.ts";

interface Branch {
  slug: string;
  name: string;
  description: string;
  below?: readonly Branch[];
}

const tree: readonly Branch[] = [
  {
    slug: "kitchen", name: "Kitchen", description: "Pans, knives and jars that stay out on the shelf because they are always in use.",
    below: [
      {
        slug: "cookware", name: "Cookware", description: "For hob and oven.",
        below: [
          { slug: "saucepans", name: "Saucepans", description: "For milk, for jam, for everything in between." },
          { slug: "frying-pans", name: "Frying pans", description: "Iron and steel that improve with bacon." },
          { slug: "casseroles", name: "Casseroles and dishes", description: "Slow food, heavy lids." },
        ],
      },
      {
        slug: "kitchen-tools", name: "Tools", description: "The drawer you open first.",
        below: [
          { slug: "knives", name: "Knives", description: "Sharp when they arrive. After that it is up to you." },
          { slug: "boards-and-utensils", name: "Boards and utensils", description: "Wood that is kind to knives and to pans." },
        ],
      },
      { slug: "larder", name: "Larder", description: "Crocks, jars and tins for whatever comes in by the sack." },
    ],
  },
  {
    slug: "table", name: "Table", description: "What the food is put on, and what is poured beside it.",
    below: [
      {
        slug: "crockery", name: "Crockery", description: "Stoneware and enamel for every day.",
        below: [
          { slug: "mugs-and-cups", name: "Mugs and cups", description: "Sizes from strong coffee to long telephone call." },
          { slug: "bowls-and-plates", name: "Bowls and plates", description: "They stack. We checked." },
        ],
      },
      {
        slug: "pouring", name: "Pouring", description: "Jugs, pots, carafes and glasses.",
        below: [
          { slug: "jugs-and-pots", name: "Jugs and teapots", description: "None of these drip. We poured a great deal of tea to be sure." },
          { slug: "glasses", name: "Glasses and carafes", description: "For water, wine and the last of the squash." },
        ],
      },
    ],
  },
  {
    slug: "linen", name: "Linen", description: "Cloth for the kitchen, the table, the bed and the bath.",
    below: [
      {
        slug: "kitchen-linen", name: "Kitchen and table linen", description: "Made to be washed hot and often.",
        below: [
          { slug: "tea-towels", name: "Tea towels", description: "They dry things. It is surprising how many do not." },
          { slug: "table-linen", name: "Tablecloths and napkins", description: "Ironing is optional and we do not ask." },
          { slug: "aprons", name: "Aprons", description: "Two pockets and straps that reach." },
        ],
      },
      {
        slug: "bed-and-bath", name: "Bed and bath", description: "Warm, dry, in that order.",
        below: [
          { slug: "blankets-and-cushions", name: "Blankets and cushions", description: "Wool, mostly. The sofa will thank you." },
          { slug: "towels", name: "Towels", description: "Linen and cotton, with loops to hang them by." },
        ],
      },
    ],
  },
  {
    slug: "light", name: "Light", description: "For the dark half of the year and the far half of the room.",
    below: [
      {
        slug: "lamps", name: "Lamps", description: "Wired, tested, and sold without opinions on bulbs.",
        below: [
          { slug: "table-lamps", name: "Table and floor lamps", description: "Light where the book is." },
          { slug: "pendants", name: "Pendants", description: "Light where the soup is." },
        ],
      },
      {
        slug: "candlelight", name: "Candlelight", description: "Also useful in a power cut.",
        below: [
          { slug: "candles", name: "Candles", description: "Beeswax and plant wax, scented lightly or not at all." },
          { slug: "holders-and-lanterns", name: "Holders and lanterns", description: "To keep the flame upright and the table unburnt." },
        ],
      },
    ],
  },
  {
    slug: "house", name: "House", description: "Furniture, brushes, clocks, baskets: the things that hold a day together.",
    below: [
      {
        slug: "furniture", name: "Furniture", description: "Solid wood, oiled by hand, delivered in one piece where the door allows.",
        below: [
          { slug: "seats", name: "Chairs and stools", description: "Sat on for an afternoon each before we say yes." },
          { slug: "tables-and-shelves", name: "Tables and shelves", description: "Level, if the floor is." },
        ],
      },
      {
        slug: "cleaning", name: "Cleaning", description: "Brushes and soap that make the job short, if never exactly pleasant.",
        below: [
          { slug: "brushes-and-brooms", name: "Brushes and brooms", description: "Beech, bristle and a hole to hang them by." },
          { slug: "soap", name: "Soap", description: "For hands, dishes and floors. Please do not mix them up." },
        ],
      },
      { slug: "hall-and-desk", name: "Hall and desk", description: "Clocks, baskets, vases, and paper to write the list on." },
    ],
  },
  {
    slug: "garden", name: "Garden", description: "Tools with handles you can replace, pots that stand the frost, and seed.",
    below: [
      {
        slug: "growing", name: "Growing", description: "From packet to pot to plate.",
        below: [
          { slug: "seeds", name: "Seeds", description: "Vegetables, herbs and flowers, with honest sowing times." },
          { slug: "pots-and-planters", name: "Pots and planters", description: "Clay, zinc and stone. All have a hole in the bottom, on purpose." },
          { slug: "watering", name: "Watering", description: "For the weeks when it does not rain. There are some." },
        ],
      },
      {
        slug: "shed", name: "Shed", description: "Hang it up when you are done.",
        below: [
          { slug: "hand-tools", name: "Garden tools", description: "Forged heads, ash handles, no nonsense." },
          { slug: "birds", name: "Birds", description: "Food and lodging. They will not be grateful, but they will come." },
        ],
      },
    ],
  },
  {
    slug: "wear", name: "Wear", description: "Clothes for gardens, kitchens and weather.",
    below: [
      {
        slug: "workwear", name: "Workwear", description: "Made to get dirty and to get clean again.",
        below: [
          { slug: "shirts-and-jackets", name: "Shirts and jackets", description: "Heavy cotton, proper buttons." },
          { slug: "boots", name: "Boots", description: "For mud of all depths." },
        ],
      },
      { slug: "bags-and-woollens", name: "Bags and woollens", description: "For carrying things home and keeping warm on the way." },
    ],
  },
];

export const demoCategories: readonly DemoCategory[] = list(tree, null);

/** Parents come before their children. */
function list(branches: readonly Branch[], parent: string | null): DemoCategory[] {
  return branches.flatMap(({ below = [], ...category }) => [{ ...category, parent }, ...list(below, category.slug)]);
}
