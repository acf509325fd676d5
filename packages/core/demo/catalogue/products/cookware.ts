import { makeProduct } from "../make-product.ts";
import type { DemoProduct } from "../types.ts";

export const cookware: readonly DemoProduct[] = [
  makeProduct({
    title: "Copper Saucepan", brand: "hobb-and-daughter", in: ["saucepans"], tags: ["copper", "gift"],
    text: `
      <p>Two millimetres of copper, lined with steel, on a cast brass handle. It heats at once and stops at once, which is all a sauce ever asked for.</p>
      <p>It will go brown. Some people polish it with half a lemon and salt; some people let it be. We have one of each kind in the shop and they do not speak of it.</p>
      <ul><li>Riveted brass handle</li><li>Steel lining, no retinning needed</li><li><strong>Not for induction</strong>; copper and magnets have nothing to say to each other</li></ul>`,
    sku: "HOB-SAUCE-COPPER", options: { Size: ["14 cm", "16 cm", "20 cm"] },
    price: { "14 cm": 14900, "16 cm": 17900, "20 cm": 22900 }, weight: { "14 cm": 1150, "16 cm": 1480, "20 cm": 2100 }, stock: { "14 cm": 6, "16 cm": 4, "20 cm": 1 },
    look: { kind: "saucepan", shape: { grip: 2 }, tones: "copper", and: { detail: "Rivets and brass handle of the copper saucepan", scene: "Copper saucepan on the table, a storage crock behind it" } },
    facts: { material: "Copper", finish: "Polished", made_in: "England", capacity: 1200, diameter: 16, dishwasher_safe: false, oven_safe: true, induction: false, care: ["Wash by hand"], rooms: ["Kitchen"] },
    days: 350, seo: ["Copper saucepan with brass handle", "Two millimetres of copper lined with steel, riveted to a cast brass handle. In 14, 16 and 20 cm."],
  }),
  makeProduct({
    title: "Lidded Saucepan", brand: "hobb-and-daughter", in: ["saucepans"], tags: ["enamel", "bestseller"],
    text: "<p>The pan for potatoes, peas and the week’s second soup. Enamel on steel, with a beech handle that stays cool and a lid that fits.</p>",
    sku: "HOB-SAUCE-LID", options: { Colour: ["Blue", "Black"], Size: ["16 cm", "18 cm"] },
    price: { "16 cm": 5900, "18 cm": 6900 }, weight: { "16 cm": 1250, "18 cm": 1520 }, stock: { "*": 15, "Black / 18 cm": 0 },
    look: { kind: "saucepan", shape: { grip: 1, lid: 1 }, tones: { Blue: "enamel-blue", Black: "enamel-black" } },
    facts: { material: "Enamelled steel", made_in: "Germany", capacity: 1800, diameter: 16, dishwasher_safe: true, induction: true, rooms: ["Kitchen"] },
    days: 455,
  }),
  makeProduct({
    title: "Milk Pan", brand: "hobb-and-daughter", in: ["saucepans"], tags: ["steel"],
    text: "<p>Small, deep, with a lip for pouring. It cannot stop milk boiling over, but it gives you a fair chance.</p>",
    sku: "HOB-MILK-STEEL", price: 3800, was: 4500, weight: 620, stock: 31,
    look: { kind: "saucepan", shape: { width: 150, height: 230, handle: 280, grip: 4, lip: 1 }, tones: "steel" },
    facts: { material: "Stainless steel", made_in: "Germany", capacity: 900, diameter: 12, dishwasher_safe: false, induction: true, care: ["Wash by hand"], rooms: ["Kitchen"] },
    days: 230,
  }),
  makeProduct({
    title: "Jam Pot", brand: "hobb-and-daughter", in: ["saucepans", "casseroles"], tags: ["steel"],
    text: "<p>Nine litres, wide and heavy in the base, so that eight kilos of plums can come to the boil without anyone raising their voice.</p>",
    sku: "HOB-JAM-NINE", price: 11900, weight: 3100, stock: 4,
    look: { kind: "casserole", shape: { width: 280, height: 260, knob: 2 }, tones: "steel" },
    facts: { material: "Stainless steel", made_in: "Germany", capacity: 9000, diameter: 30, dishwasher_safe: true, induction: true, rooms: ["Kitchen"] },
    days: 108,
  }),
  makeProduct({
    title: "Cast Iron Skillet", brand: "hobb-and-daughter", in: ["frying-pans"], tags: ["iron", "bestseller"],
    text: `
      <p>One piece of iron, poured in sand and then smoothed, which most foundries no longer bother with. Eggs slide on it after a month. Before that, more butter.</p>
      <ul><li>Seasoned with linseed oil, ready to use</li><li>Pouring lips on both sides</li><li>Heavy. That is the point.</li></ul>
      <p><strong>Care:</strong> hot water, a brush, dry it on the hob. If you soak it overnight we would rather not know.</p>`,
    sku: "HOB-FRY-IRON", options: { Size: ["20 cm", "26 cm", "30 cm"] },
    price: { "20 cm": 5400, "26 cm": 7900, "30 cm": 9900 }, weight: { "20 cm": 1600, "26 cm": 2700, "30 cm": 3600 }, stock: { "20 cm": 18, "26 cm": 27, "30 cm": 2 },
    look: { kind: "frying-pan", shape: { spouts: 1 }, tones: "iron", and: { detail: "The smooth inside of the iron skillet", scene: "Cast iron skillet on the table with a pepper mill" } },
    facts: { material: "Cast iron", finish: "Seasoned", made_in: "England", diameter: 26, dishwasher_safe: false, oven_safe: true, induction: true, care: ["Season before use", "Wash by hand", "Oil now and then"], rooms: ["Kitchen", "Outdoors"] },
    days: 600, seo: ["Smooth cast iron skillet", "A smoothed and seasoned cast iron frying pan in three sizes. Works on induction and open fire."],
  }),
  makeProduct({
    title: "Pancake Pan", brand: "hobb-and-daughter", in: ["frying-pans"], tags: ["iron"],
    text: "<p>Shallow and flat. The first one always goes wrong; after that it is you and the batter.</p>",
    sku: "HOB-FRY-PANCAKE", price: 4200, was: 5200, weight: 1300, stock: 3,
    look: { kind: "frying-pan", shape: { height: 46, width: 270, grip: 1, handle: 300 }, tones: "iron" },
    facts: { material: "Cast iron", made_in: "France", diameter: 24, dishwasher_safe: false, oven_safe: false, induction: true, care: ["Season before use"], rooms: ["Kitchen"] },
    days: 88,
  }),
  makeProduct({
    title: "Sunday Casserole", brand: "hobb-and-daughter", in: ["casseroles"], tags: ["iron", "enamel", "bestseller", "gift"],
    text: `
      <p>Enamelled iron with a brass knob, for the sort of cooking that needs an afternoon and not much else. It goes from hob to oven to table and, if the family is large enough, straight to the sink.</p>
      <p>The inside is pale, so you can see what is browning. The lid is heavy, so it stays moist without being asked.</p>
      <ul><li>Oven safe to 260 degrees, knob included</li><li>Works on every hob, induction as well</li><li>Guaranteed for as long as Hobb has daughters</li></ul>`,
    sku: "HOB-CASS-SUNDAY", options: { Colour: ["Green", "Red", "Cream"], Size: ["24 cm", "28 cm"] },
    price: { "24 cm": 18900, "28 cm": 23900 }, was: { "Red / 24 cm": 22900, "Red / 28 cm": 27900 }, weight: { "24 cm": 4600, "28 cm": 6100 },
    stock: { "*": 8, "Cream / 28 cm": 2, "Red / 28 cm": 1 },
    look: { kind: "casserole", tones: { Green: "enamel-green", Red: "enamel-red", Cream: "enamel-cream" }, and: { scene: "Sunday Casserole on the table by the window" } },
    facts: { material: "Enamelled cast iron", made_in: "France", capacity: 4200, diameter: 24, dishwasher_safe: true, oven_safe: true, induction: true, rooms: ["Kitchen", "Dining room"] },
    days: 44, seo: ["Sunday Casserole in enamelled cast iron", "A heavy enamelled casserole with a brass knob, in three colours and two sizes."],
  }),
  makeProduct({
    title: "Oven Dish", brand: "pell-pottery", in: ["casseroles"], tags: ["stoneware"],
    text: "<p>For crumble, gratin and things that come out brown at the edges. The handles are where you expect them with gloves on.</p>",
    sku: "PEL-OVEN-DISH", options: { Colour: ["Rust", "Chalk"] }, price: 4600, weight: 1650, stock: { Rust: 14, Chalk: 10 },
    look: { kind: "baking-dish", tones: { Rust: "rust", Chalk: "chalk" }, and: { detail: "Handle of the oven dish, glazed all round" } },
    facts: { material: "Stoneware", made_in: "England", capacity: 2200, width: 30, dishwasher_safe: true, oven_safe: true, rooms: ["Kitchen", "Dining room"] },
    days: 290,
  }),
  makeProduct({
    title: "Whistling Kettle", brand: "hobb-and-daughter", in: ["saucepans"], tags: ["enamel", "tea"],
    text: "<p>Boils two litres and says so. One note, in the key of get up.</p>",
    sku: "HOB-KETTLE-WHISTLE", options: { Colour: ["Red", "Green"] }, price: 6900, was: { Green: 7900 }, weight: 1450, stock: { Red: 9, Green: 16 },
    look: { kind: "kettle", shape: { grip: 1 }, tones: { Red: "enamel-red", Green: "enamel-green" }, and: { scene: "Whistling Kettle and a pair of mugs" } },
    facts: { material: "Enamelled steel", made_in: "Poland", capacity: 2000, dishwasher_safe: false, induction: true, care: ["Wash by hand"], rooms: ["Kitchen"] },
    days: 365,
  }),
  makeProduct({
    title: "Footed Colander", brand: "larkfield", in: ["saucepans"], tags: ["enamel"],
    text: "<p>Ninety-odd holes and a foot, so the pasta stays out of the sink water.</p>",
    sku: "LAR-COLANDER-FOOT", options: { Colour: ["White", "Grey"] }, price: 3400, weight: 780, stock: { White: 23, Grey: 12 },
    look: { kind: "colander", tones: { White: "enamel-white", Grey: "enamel-grey" } },
    facts: { material: "Enamelled steel", made_in: "Poland", diameter: 26, dishwasher_safe: true, rooms: ["Kitchen"] },
    days: 430,
  }),
];
