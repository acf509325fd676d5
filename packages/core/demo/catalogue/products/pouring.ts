import { makeProduct } from "../make-product.ts";
import type { DemoProduct } from "../types.ts";

export const pouring: readonly DemoProduct[] = [
  makeProduct({
    title: "Dairy Jug", brand: "pell-pottery", in: ["jugs-and-pots"], tags: ["stoneware", "bestseller"],
    text: `
      <p>A plain, full-bellied jug with a lip that cuts the last drop clean off. It was drawn after a milk jug from the potter’s grandmother, who did not see what the fuss was about.</p>
      <p>The <strong>half litre</strong> lives on the breakfast table. The <strong>litre and a half</strong> does water, flowers and, once a year, gravy for twenty.</p>`,
    sku: "PEL-JUG-DAIRY", options: { Colour: ["Chalk", "Ink"], Size: ["500 ml", "1500 ml"] },
    price: { "500 ml": 3400, "1500 ml": 5600 }, weight: { "500 ml": 520, "1500 ml": 1180 }, stock: { "*": 17, "Ink / 1500 ml": 2 },
    look: { kind: "jug", shape: { milk: 1 }, tones: { Chalk: "chalk", Ink: "ink" }, and: { scene: "Dairy Jug with a breakfast cup beside it" } },
    facts: { material: "Stoneware", made_in: "England", capacity: 500, dishwasher_safe: true, rooms: ["Kitchen", "Dining room"] },
    days: 390,
  }),
  makeProduct({
    title: "Enamel Pitcher", brand: "larkfield", in: ["jugs-and-pots"], tags: ["enamel"],
    text: "<p>Two litres, tall and light, for lemonade, tulips or topping up the dog.</p>",
    sku: "LAR-JUG-ENAMEL", options: { Colour: ["White", "Cream"] }, price: 3900, was: 4600, weight: 690, stock: { White: 22, Cream: 6 },
    look: { kind: "jug", shape: { height: 520, width: 150, neck: 0.78, specks: 0 }, tones: { White: "enamel-white", Cream: "enamel-cream" } },
    facts: { material: "Enamelled steel", made_in: "Poland", capacity: 2000, height: 26, dishwasher_safe: true, rooms: ["Kitchen", "Outdoors"] },
    days: 640,
  }),
  makeProduct({
    title: "Four Cup Teapot", brand: "pell-pottery", in: ["jugs-and-pots"], tags: ["stoneware", "tea", "gift"],
    text: `
      <p>Four cups, or two people who mean it. The lid stays on when you pour and the strainer is part of the pot, so it cannot be lost in a drawer.</p>
      <ul><li>1.1 litres to the brim</li><li>Built-in strainer behind the spout</li><li>Please warm the pot first. It knows.</li></ul>`,
    sku: "PEL-TEAPOT-FOUR", options: { Colour: ["Moss", "Chalk", "Rust"] }, price: 7800, weight: 1150, stock: { Moss: 8, Chalk: 13, Rust: 1 },
    look: { kind: "teapot", tones: { Moss: "moss", Chalk: "chalk", Rust: "rust" }, and: { scene: "Teapot with two mugs" } },
    facts: { material: "Stoneware", made_in: "England", capacity: 1100, dishwasher_safe: true, rooms: ["Kitchen", "Dining room"] },
    days: 9,
  }),
  makeProduct({
    title: "Cane Handle Teapot", brand: "pell-pottery", in: ["jugs-and-pots"], tags: ["stoneware", "tea"],
    text: "<p>Squat, dark and patient. The cane stays cool, which is more than can be said for the tea.</p>",
    sku: "PEL-TEAPOT-CANE", price: 8600, weight: 980, stock: 0,
    look: { kind: "teapot", shape: { cane: 1, width: 225, height: 260, ribs: 6 }, tones: "charcoal" },
    facts: { material: "Stoneware", made_in: "England", capacity: 900, dishwasher_safe: false, care: ["Wash by hand"], rooms: ["Kitchen"] },
    days: 480,
  }),
  makeProduct({
    title: "Working Tumblers, Pair", brand: "tolland-glass", in: ["glasses"], tags: ["glass", "bestseller"],
    text: "<p>Thick at the bottom, thin at the lip. Blown into an iron mould that has been in use longer than most of us.</p>",
    sku: "TOL-TUMBLER-WORK", options: { Glass: ["Clear", "Sea"] }, price: 2800, weight: 520, stock: { Clear: 60, Sea: 3 },
    look: { kind: "tumbler", tones: { Clear: "clear", Sea: "sea-glass" }, and: { scene: "A pair of tumblers with a carafe of water" } },
    facts: { material: "Glass", made_in: "Portugal", capacity: 280, pieces: 2, dishwasher_safe: true, rooms: ["Kitchen", "Dining room"] },
    days: 300,
  }),
  makeProduct({
    title: "Table Wine Glass", brand: "tolland-glass", in: ["glasses"], tags: ["glass", "wine"],
    text: "<p>One glass for red, white and the argument about which. Short in the stem, so it survives the washing up.</p>",
    sku: "TOL-WINE-TABLE", price: 1600, weight: 190, stock: 72,
    look: { kind: "wine-glass", tones: "clear", and: { scene: "Wine glass beside a carafe" } },
    facts: { material: "Glass", made_in: "Portugal", capacity: 320, height: 19, dishwasher_safe: true, rooms: ["Dining room"] },
    days: 310,
  }),
  makeProduct({
    title: "Garden Goblet", brand: "tolland-glass", in: ["glasses"], tags: ["glass", "wine", "outdoors"],
    text: "<p>Low and stout in tinted glass. It has been knocked over on grass many times, always full.</p>",
    sku: "TOL-WINE-GOBLET", options: { Glass: ["Sea", "Smoke"] }, price: 1800, was: 2200, weight: 310, stock: { Sea: 12, Smoke: 0 },
    look: { kind: "wine-glass", shape: { stem: 120, height: 220, width: 138, white: 1, level: 0.45 }, tones: { Sea: "sea-glass", Smoke: "smoke" } },
    facts: { material: "Recycled glass", made_in: "Spain", capacity: 300, height: 14, dishwasher_safe: true, rooms: ["Outdoors", "Dining room"] },
    days: 240,
  }),
  makeProduct({
    title: "Water Carafe", brand: "tolland-glass", in: ["glasses"], tags: ["glass"],
    text: "<p>A litre of tap water, improved by the shape. The cork is real and can be replaced.</p>",
    sku: "TOL-CARAFE-WATER", options: { Glass: ["Clear", "Smoke"] }, price: 3800, weight: 720, stock: { Clear: 25, Smoke: 9 },
    look: { kind: "carafe", shape: { cork: 1 }, tones: { Clear: "clear", Smoke: "smoke" } },
    facts: { material: "Glass", made_in: "Portugal", capacity: 1000, height: 24, dishwasher_safe: true, rooms: ["Dining room", "Bedroom"] },
    days: 285,
  }),
];
