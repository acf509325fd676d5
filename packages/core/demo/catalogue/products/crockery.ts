import { makeProduct } from "../make-product.ts";
import type { DemoProduct } from "../types.ts";

export const crockery: readonly DemoProduct[] = [
  makeProduct({
    title: "Field Mug", brand: "pell-pottery", in: ["mugs-and-cups"], tags: ["stoneware", "bestseller", "gift"],
    text: `
      <p>The mug we reach for. Thrown in Pell’s speckled clay, with a bare foot that does not mark the table and a handle that takes three fingers, or four if you are settling in.</p>
      <p>It comes in two sizes. The <strong>300 ml</strong> is a proper cup of tea; the <strong>450 ml</strong> is a long morning.</p>
      <ul><li>Stoneware, fired at 1,280 degrees</li><li>Dishwasher and microwave safe</li><li>Glazes vary a little from kiln to kiln, and so do the potters</li></ul>`,
    sku: "PEL-MUG-FIELD", options: { Colour: ["Oat", "Moss", "Ink"], Size: ["300 ml", "450 ml"] },
    price: { "300 ml": 1900, "450 ml": 2400 }, weight: { "300 ml": 340, "450 ml": 430 },
    stock: { "*": 42, "Moss / 300 ml": 3, "Ink / 450 ml": 0 },
    look: { kind: "mug", shape: { dip: 0.14 }, tones: { Oat: "oat", Moss: "moss", Ink: "ink" }, and: { scene: "Field Mug beside a teapot in morning light" } },
    facts: { material: "Stoneware", made_in: "England", capacity: 300, height: 9, dishwasher_safe: true, rooms: ["Kitchen", "Dining room"] },
    days: 410, seo: ["Field Mug in speckled stoneware", "A hand-thrown stoneware mug in three glazes and two sizes, with a handle that fits a hand."],
  }),
  makeProduct({
    title: "Camp Mug", brand: "larkfield", in: ["mugs-and-cups"], tags: ["enamel", "outdoors"],
    text: "<p>Enamel on steel, with a rolled rim. It can be dropped. It will chip, and then it is yours.</p>",
    sku: "LAR-MUG-CAMP", options: { Colour: ["White", "Cream", "Blue"] },
    price: 1250, was: { Blue: 1500 }, weight: 180, stock: { "*": 80, Cream: 14, Blue: 1 },
    look: { kind: "mug", shape: { height: 290, width: 158, handle: 108, specks: 0 }, tones: { White: "enamel-white", Cream: "enamel-cream", Blue: "enamel-blue" } },
    facts: { material: "Enamelled steel", made_in: "Poland", capacity: 350, height: 8, dishwasher_safe: true, rooms: ["Kitchen", "Outdoors"] },
    days: 700,
  }),
  makeProduct({
    title: "Corner Espresso Cup and Saucer", brand: "pell-pottery", in: ["mugs-and-cups"], tags: ["stoneware", "coffee", "gift"],
    text: "<p>Eighty millilitres and a saucer wide enough for one biscuit. Two, if they are thin.</p>",
    sku: "PEL-CUP-CORNER", options: { Colour: ["Chalk", "Charcoal"] },
    price: 2600, weight: 310, stock: { Chalk: 33, Charcoal: 12 },
    look: { kind: "cup", tones: { Chalk: "chalk", Charcoal: "charcoal" }, and: { scene: "Espresso cup and saucer with a milk jug" } },
    facts: { material: "Stoneware", made_in: "England", capacity: 80, height: 6, dishwasher_safe: true, rooms: ["Kitchen", "Dining room"] },
    days: 190,
  }),
  makeProduct({
    title: "Everyday Bowl", brand: "pell-pottery", in: ["bowls-and-plates"], tags: ["stoneware", "bestseller"],
    text: `
      <p>Porridge in the morning, noodles at night. It stacks in sixes without wobbling, which took the potters eleven tries.</p>
      <ul><li><strong>Small</strong>: 14 cm, for fruit and ice cream</li><li><strong>Medium</strong>: 18 cm, for supper</li><li><strong>Large</strong>: 26 cm, for salad and visitors</li></ul>`,
    sku: "PEL-BOWL-EVERY", options: { Colour: ["Oat", "Celadon", "Rust"], Size: ["Small", "Medium", "Large"] },
    price: { Small: 1800, Medium: 2600, Large: 4800 }, weight: { Small: 320, Medium: 560, Large: 1250 },
    stock: { "*": 24, Large: 7, "Rust / Large": 1, "Celadon / Small": 0 },
    look: { kind: "bowl", tones: { Oat: "oat", Celadon: "celadon", Rust: "rust" }, and: { scene: "Everyday Bowl with a jug of milk" } },
    facts: { material: "Stoneware", made_in: "England", diameter: 18, dishwasher_safe: true, rooms: ["Kitchen", "Dining room"] },
    days: 400,
  }),
  makeProduct({
    title: "Ramen Bowl", brand: "pell-pottery", in: ["bowls-and-plates"], tags: ["stoneware"],
    text: "<p>Tall sides, a narrow foot and room for an egg.</p>",
    sku: "PEL-BOWL-RAMEN", options: { Colour: ["Ink", "Pebble"] },
    price: 3200, weight: 740, stock: { Ink: 15, Pebble: 0 },
    look: { kind: "bowl", shape: { width: 255, height: 285, base: 0.38, ribs: 5 }, tones: { Ink: "ink", Pebble: "pebble" } },
    facts: { material: "Stoneware", made_in: "England", capacity: 900, diameter: 17, dishwasher_safe: true, rooms: ["Kitchen"] },
    days: 150,
  }),
  makeProduct({
    title: "Banded Mixing Bowl", brand: "larkfield", in: ["bowls-and-plates", "larder"], tags: ["stoneware", "baking"],
    text: "<p>Heavy enough to stay where it is put while you beat the eggs. The bands are there because bowls of this kind have always had bands.</p>",
    sku: "LAR-BOWL-MIX", options: { Size: ["2 l", "4 l"] },
    price: { "2 l": 3600, "4 l": 5200 }, weight: { "2 l": 1450, "4 l": 2600 }, stock: { "2 l": 21, "4 l": 3 },
    look: { kind: "bowl", shape: { width: 320, height: 290, base: 0.5, rings: 3, wall: 20, specks: 0 }, tones: { "2 l": "ochre" }, and: { detail: "The painted bands of the mixing bowl" } },
    facts: { material: "Stoneware", made_in: "Portugal", capacity: 2000, diameter: 26, dishwasher_safe: true, rooms: ["Kitchen"] },
    days: 520,
  }),
  makeProduct({
    title: "Supper Plate", brand: "pell-pottery", in: ["bowls-and-plates"], tags: ["stoneware", "bestseller"],
    text: "<p>Twenty-six centimetres, with a rim that catches the sauce. Made to be put in the dishwasher and forgotten until the next day.</p>",
    sku: "PEL-PLATE-SUPPER", options: { Colour: ["Chalk", "Sky"], Size: ["21 cm", "26 cm"] },
    price: { "21 cm": 2200, "26 cm": 2900 }, weight: { "21 cm": 520, "26 cm": 830 }, stock: { "*": 36, "Sky / 21 cm": 2 },
    look: { kind: "plate", tones: { Chalk: "chalk", Sky: "sky" }, and: { scene: "Supper Plate on the table with a carafe" } },
    facts: { material: "Stoneware", made_in: "England", diameter: 26, dishwasher_safe: true, rooms: ["Dining room"] },
    days: 405,
  }),
  makeProduct({
    title: "Pair of Egg Cups", brand: "pell-pottery", in: ["bowls-and-plates"], tags: ["stoneware", "gift"],
    text: "<p>They hold an egg. We have tried larger ones and smaller ones, and these are right. Eggs not included.</p>",
    sku: "PEL-EGG-PAIR", options: { Colour: ["Ochre", "Sky"] }, price: 2000, weight: 220, stock: { Ochre: 28, Sky: 5 },
    look: { kind: "egg-cups", tones: { Ochre: "ochre", Sky: "sky" } },
    facts: { material: "Stoneware", made_in: "England", pieces: 2, dishwasher_safe: true, rooms: ["Kitchen"] },
    days: 75,
  }),
  makeProduct({
    title: "Butter Dish", brand: "pell-pottery", in: ["bowls-and-plates", "larder"], tags: ["stoneware"],
    text: "<p>Takes a half-pound block and keeps it soft. The cat will have to make other arrangements.</p>",
    sku: "PEL-BUTTER-DOME", options: { Colour: ["Chalk", "Celadon"] }, price: 4200, weight: 980, stock: { Chalk: 11, Celadon: 3 },
    look: { kind: "butter-dish", tones: { Chalk: "chalk", Celadon: "celadon" } },
    facts: { material: "Stoneware", made_in: "England", width: 19, dishwasher_safe: true, rooms: ["Kitchen", "Dining room"] },
    days: 215,
  }),
];
