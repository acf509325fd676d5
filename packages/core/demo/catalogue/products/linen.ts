import { makeProduct } from "../make-product.ts";
import type { DemoProduct } from "../types.ts";

export const linen: readonly DemoProduct[] = [
  makeProduct({
    title: "Banded Tea Towel", brand: "wyke-weavers", in: ["tea-towels"], tags: ["linen cloth", "bestseller"],
    text: "<p>Pure linen with a woven band and a loop at the top. Stiff on the first day, perfect by the tenth wash, handed down after that.</p>",
    sku: "WYK-TEA-BAND", options: { Colour: ["Natural and blue", "White and red"] }, price: 1600, weight: 110, stock: { "*": 58 },
    look: { kind: "tea-towel", tones: { "Natural and blue": "calico", "White and red": "white-linen" }, and: { detail: "The woven band of the tea towel" } },
    facts: { material: "Linen", made_in: "Ireland", length: 70, width: 50, machine_washable: true, care: ["Wash at 60"], rooms: ["Kitchen"] },
    days: 530,
  }),
  makeProduct({
    title: "Checked Tea Towel", brand: "wyke-weavers", in: ["tea-towels"], tags: ["linen cloth"],
    text: "<p>A broad check in cotton and linen. It dries glasses without leaving a reminder of itself.</p>",
    sku: "WYK-TEA-CHECK", options: { Colour: ["Flax", "Rose"] }, price: 1350, was: { Rose: 1600 }, weight: 105, stock: { Flax: 47, Rose: 20 },
    look: { kind: "tea-towel", shape: { pattern: 3 }, tones: { Flax: "linen", Rose: "rose" } },
    facts: { material: "Cotton and linen", made_in: "Portugal", length: 70, width: 50, machine_washable: true, care: ["Wash at 60"], rooms: ["Kitchen"] },
    days: 300,
  }),
  makeProduct({
    title: "Butcher’s Stripe Cloth", brand: "wyke-weavers", in: ["tea-towels"], tags: ["linen cloth"],
    text: "<p>Long stripes, large size, no sentiment. Sold by threes, because one is always in the wash.</p>",
    sku: "WYK-TEA-STRIPE", price: 3600, weight: 340, stock: 25,
    look: { kind: "tea-towel", shape: { pattern: 2 }, tones: "indigo" },
    facts: { material: "Cotton", made_in: "Portugal", pieces: 3, length: 80, width: 55, machine_washable: true, organic: true, care: ["Wash at 60"], rooms: ["Kitchen"] },
    days: 82,
  }),
  makeProduct({
    title: "Long Lunch Tablecloth", brand: "wyke-weavers", in: ["table-linen"], tags: ["linen cloth", "bestseller"],
    text: `
      <p>Washed linen with a mitred hem, heavy enough to hang straight. Gravy has been removed from it; so has candle wax; so, once, a whole trifle.</p>
      <p>Measure your table and add 50 cm each way for a decent drop.</p>
      <ul><li><strong>140 × 140</strong>: seats four</li><li><strong>140 × 200</strong>: seats six</li><li><strong>160 × 260</strong>: seats eight, or ten who like each other</li><li><strong>160 × 320</strong>: weddings</li></ul>`,
    sku: "WYK-CLOTH-LUNCH", options: { Colour: ["Flax", "White", "Slate", "Madder"], Size: ["140 × 140 cm", "140 × 200 cm", "160 × 260 cm", "160 × 320 cm"] },
    price: { "140 × 140 cm": 7900, "140 × 200 cm": 9900, "160 × 260 cm": 13900, "160 × 320 cm": 16900 }, weight: { "140 × 140 cm": 480, "140 × 200 cm": 680, "160 × 260 cm": 1020, "160 × 320 cm": 1250 },
    stock: { "*": 11, "160 × 320 cm": 3, "Madder / 160 × 320 cm": 0, "White / 140 × 200 cm": 2 },
    look: { kind: "tablecloth", shape: { pattern: 1 }, tones: { Flax: "linen", White: "white-linen", Slate: "slate", Madder: "madder" } },
    facts: { material: "Linen", made_in: "Lithuania", machine_washable: true, care: ["Wash at 60"], rooms: ["Dining room", "Outdoors"] },
    days: 360, seo: ["Washed linen tablecloth", "Heavy washed linen tablecloths in four colours and four sizes, from four seats to a wedding."],
  }),
  makeProduct({
    title: "Gingham Tablecloth", brand: "wyke-weavers", in: ["table-linen"], tags: ["cotton"],
    text: "<p>Blue and white checks. Jam does not show. Well, less.</p>",
    sku: "WYK-CLOTH-GINGHAM", options: { Colour: ["Blue", "Green"] }, price: 6200, was: { Blue: 7400 }, weight: 620, stock: { Blue: 18, Green: 9 },
    look: { kind: "tablecloth", shape: { pattern: 3 }, tones: { Blue: "calico", Green: "forest" } },
    facts: { material: "Cotton", made_in: "Portugal", length: 220, width: 140, machine_washable: true, organic: true, care: ["Wash at 60"], rooms: ["Dining room", "Outdoors"] },
    days: 92,
  }),
  makeProduct({
    title: "Linen Napkins, Set of Four", brand: "wyke-weavers", in: ["table-linen"], tags: ["linen cloth", "gift"],
    text: "<p>Forty-five centimetres square with a running stitch. Big enough to tuck in, if you are that sort of household. We are.</p>",
    sku: "WYK-NAPKIN-FOUR", options: { Colour: ["Flax", "Indigo", "Mustard"] }, price: 4200, weight: 240, stock: { "*": 22, Indigo: 1, Mustard: 0 },
    look: { kind: "napkins", tones: { Flax: "linen", Indigo: "indigo", Mustard: "mustard" }, and: { detail: "Running stitch along the napkin’s edge" } },
    facts: { material: "Linen", made_in: "Lithuania", pieces: 4, width: 45, machine_washable: true, care: ["Wash at 60"], rooms: ["Dining room"] },
    days: 355,
  }),
  makeProduct({
    title: "Kitchen Apron", brand: "wyke-weavers", in: ["aprons"], tags: ["linen cloth", "bestseller", "gift"],
    text: "<p>Heavy linen, cross-stitched at every corner that takes strain, with one wide pocket divided in two: thermometer left, biscuit right.</p>",
    sku: "WYK-APRON-KITCHEN", options: { Colour: ["Indigo", "Flax"] }, price: 5400, weight: 380, stock: { Indigo: 24, Flax: 15 },
    look: { kind: "apron", tones: { Indigo: "indigo", Flax: "linen" }, and: { detail: "Divided pocket of the apron, with its stitching" } },
    facts: { material: "Linen", made_in: "Lithuania", length: 88, machine_washable: true, care: ["Wash at 60"], rooms: ["Kitchen"] },
    days: 440,
  }),
  makeProduct({
    title: "Quilted Oven Glove", brand: "wyke-weavers", in: ["aprons", "kitchen-linen"], tags: ["cotton"],
    text: "<p>Quilted, lined, long in the cuff. It fits either hand and both moods.</p>",
    sku: "WYK-GLOVE-OVEN", options: { Colour: ["Forest", "Rose"] }, price: 2200, weight: 190, stock: { Forest: 29, Rose: 17 },
    look: { kind: "oven-glove", tones: { Forest: "forest", Rose: "rose" } },
    facts: { material: "Cotton", made_in: "Portugal", length: 31, machine_washable: true, care: ["Wash at 60"], rooms: ["Kitchen"] },
    days: 205,
  }),
  makeProduct({
    title: "Fell Blanket", brand: "wyke-weavers", in: ["blankets-and-cushions"], tags: ["wool", "bestseller", "gift"],
    text: `
      <p>Woven from the wool of sheep who live outdoors all year and have opinions about warmth. Finished with a teasel, as it was before there was another way.</p>
      <p>It is warm without being heavy, and a little rough at first. That wears off in a winter.</p>
      <ul><li>Pure new wool, 150 × 200 cm</li><li>Fringed at both ends</li><li>Air it more than you wash it</li></ul>`,
    sku: "WYK-BLANKET-FELL", options: { Colour: ["Heather", "Flint", "Mustard"] }, price: 15900, weight: 1400, stock: { Heather: 7, Flint: 10, Mustard: 2 },
    look: { kind: "blanket", tones: { Heather: "heather", Flint: "flint", Mustard: "mustard" }, and: { scene: "Fell Blanket folded beside a lantern" } },
    facts: { material: "Wool", made_in: "England", length: 200, width: 150, machine_washable: false, care: ["Wash by hand", "Dry flat"], rooms: ["Living room", "Bedroom"] },
    days: 37, seo: ["Fell Blanket in pure new wool", "A fringed blanket of pure new wool, 150 by 200 cm, in three colours."],
  }),
  makeProduct({
    title: "Striped Linen Cushion", brand: "wyke-weavers", in: ["blankets-and-cushions"], tags: ["linen cloth"],
    text: "<p>Ticking stripe with piped edges and a feather filling that can be punched back into shape, which is half the pleasure.</p>",
    sku: "WYK-CUSHION-STRIPE", options: { Colour: ["Blue", "Red"], Size: ["45 cm", "60 cm"] }, price: { "45 cm": 4800, "60 cm": 6400 }, weight: { "45 cm": 650, "60 cm": 1050 }, stock: { "*": 12, "Red / 60 cm": 0 },
    look: { kind: "cushion", shape: { pattern: 2 }, tones: { Blue: "calico", Red: "white-linen" } },
    facts: { material: "Linen", made_in: "England", width: 45, machine_washable: true, care: ["Wash at 30"], rooms: ["Living room", "Bedroom"] },
    days: 245,
  }),
  makeProduct({
    title: "House Towel", brand: "wyke-weavers", in: ["towels"], tags: ["cotton", "bestseller"],
    text: "<p>Thick cotton loops, a plain border, and a tape to hang it by. It gets you dry. That is the whole description.</p>",
    sku: "WYK-TOWEL-HOUSE", options: { Colour: ["White", "Slate", "Rose"], Size: ["Hand", "Bath", "Sheet"] },
    price: { Hand: 1800, Bath: 3600, Sheet: 5400 }, weight: { Hand: 260, Bath: 620, Sheet: 980 }, stock: { "*": 26, "Rose / Sheet": 0, "Slate / Bath": 2 },
    look: { kind: "towel", tones: { White: "white-linen", Slate: "slate", Rose: "rose" } },
    facts: { material: "Cotton", made_in: "Portugal", machine_washable: true, organic: true, care: ["Wash at 60"], rooms: ["Bathroom"] },
    days: 465,
  }),
  makeProduct({
    title: "Waffle Linen Towel", brand: "wyke-weavers", in: ["towels"], tags: ["linen cloth"],
    text: "<p>Thin, quick to dry, and surprisingly absorbent for something that looks like breakfast.</p>",
    sku: "WYK-TOWEL-WAFFLE", options: { Colour: ["Natural", "Indigo"] }, price: 4400, weight: 380, stock: { Natural: 14, Indigo: 7 },
    look: { kind: "towel", shape: { waffle: 1, pattern: 0, fringe: 1 }, tones: { Natural: "linen", Indigo: "indigo" } },
    facts: { material: "Linen", made_in: "Lithuania", length: 140, width: 70, machine_washable: true, care: ["Wash at 60"], rooms: ["Bathroom", "Outdoors"] },
    days: 180,
  }),
  makeProduct({
    title: "Fringed Hammam Towel", brand: "wyke-weavers", in: ["towels"], tags: ["cotton"],
    text: "<p>Flat-woven, striped and fringed. Towel on Monday, scarf on Tuesday, picnic on Saturday.</p>",
    sku: "WYK-TOWEL-HAMMAM", price: 3200, was: 3900, weight: 310, stock: 0,
    look: { kind: "towel", shape: { flat: 1, fringe: 1, pattern: 4, brass: 1 }, tones: "madder" },
    facts: { material: "Cotton", made_in: "Turkey", length: 180, width: 95, machine_washable: true, care: ["Wash at 30"], rooms: ["Bathroom", "Outdoors"] },
    days: 70,
  }),
];
