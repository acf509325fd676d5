import { makeProduct } from "../make-product.ts";
import type { DemoProduct } from "../types.ts";

export const wear: readonly DemoProduct[] = [
  makeProduct({
    title: "Work Shirt", brand: "brindle-and-pike", in: ["shirts-and-jackets"], tags: ["cotton", "bestseller"],
    text: `
      <p>A heavy cotton shirt with room in the shoulders. The tails stay tucked, the cuffs roll twice, and the pocket has a slot for a pencil that you will lose anyway.</p>
      <p>It starts dark and fades where you bend. After two years it is a map of what you do.</p>
      <ul><li>230 g twill, washed before cutting</li><li>Corozo buttons, sewn on properly</li><li><strong>Cut generously</strong>: between sizes, take the smaller</li></ul>`,
    sku: "BRP-SHIRT-WORK", options: { Colour: ["Indigo", "Flint", "Forest", "Calico"], Size: ["XS", "S", "M", "L", "XL"] },
    price: 11900, was: { "Calico / XS": 13900, "Calico / S": 13900, "Calico / M": 13900 }, weight: { XS: 380, S: 400, M: 420, L: 450, XL: 480 },
    stock: { "*": 9, XS: 3, "Indigo / M": 21, "Indigo / L": 17, "Forest / XL": 0, "Calico / XS": 0, "Flint / S": 1 },
    look: { kind: "shirt", tones: { Indigo: "indigo", Flint: "flint", Forest: "forest", Calico: ["calico", { stripes: 1 }] } },
    facts: { material: "Cotton", made_in: "Portugal", machine_washable: true, organic: true, care: ["Wash at 30"] },
    days: 420, seo: ["Work Shirt in heavy cotton twill", "A heavy cotton work shirt with corozo buttons, in four colours and five sizes."],
  }),
  makeProduct({
    title: "Chore Coat", brand: "brindle-and-pike", in: ["shirts-and-jackets"], tags: ["cotton", "bestseller"],
    text: "<p>Three patch pockets, brass buttons, no lining. Wear it in the garden until it is good enough for town.</p>",
    sku: "BRP-COAT-CHORE", options: { Colour: ["Navy", "Madder"], Size: ["S", "M", "L", "XL"] }, price: 17900, was: { Madder: 19900 }, weight: { S: 820, M: 860, L: 900, XL: 950 }, stock: { "*": 7, "Navy / M": 12, "Madder / XL": 0, "Navy / S": 2 },
    look: { kind: "shirt", shape: { cut: 1 }, tones: { Navy: "navy", Madder: "madder" } },
    facts: { material: "Cotton", made_in: "France", machine_washable: true, care: ["Wash at 30"] },
    days: 23,
  }),
  makeProduct({
    title: "Allotment Boots", brand: "brindle-and-pike", in: ["boots"], tags: ["rubber", "bestseller"],
    text: "<p>Natural rubber, cotton lining, a strap for thin calves and a tread that leaves most of the field in the field.</p>",
    sku: "BRP-BOOT-ALLOT", options: { Size: ["EU 36", "EU 37", "EU 38", "EU 39", "EU 40", "EU 41", "EU 42", "EU 43", "EU 44", "EU 45", "EU 46"] }, price: 8900, weight: 2100,
    stock: { "*": 8, "EU 36": 2, "EU 41": 15, "EU 45": 0, "EU 46": 3 },
    look: { kind: "boots", tones: "wellington-green", and: { detail: "Strap and shaft of the Allotment Boots", scene: "Allotment Boots and a trug of vegetables" } },
    facts: { material: "Rubber", made_in: "France", height: 38, care: ["Wipe clean"] },
    days: 450,
  }),
  makeProduct({
    title: "Derby Work Boots", brand: "brindle-and-pike", in: ["boots"], tags: ["leather"],
    text: "<p>Oiled leather on a stitched sole that any cobbler can replace. Stiff for a fortnight, loyal for a decade.</p>",
    sku: "BRP-BOOT-DERBY", options: { Colour: ["Chestnut", "Tan"], Size: ["EU 39", "EU 40", "EU 41", "EU 42", "EU 43", "EU 44", "EU 45"] }, price: 24900, was: { Tan: 28900 }, weight: 1850, stock: { "*": 4, "EU 42": 7, "Chestnut / EU 39": 1, "Tan / EU 45": 0, "Tan / EU 39": 0 },
    look: { kind: "boots", shape: { laced: 1, height: 240 }, tones: { Chestnut: "chestnut", Tan: "tan" } },
    facts: { material: "Leather", made_in: "England", height: 18, care: ["Wax twice a year"] },
    days: 255,
  }),
  makeProduct({
    title: "Harbour Beanie", brand: "wyke-weavers", in: ["bags-and-woollens"], tags: ["wool", "gift", "bestseller"],
    text: "<p>Ribbed lambswool with a deep turn-up. Covers the ears, improves the haircut.</p>",
    sku: "WYK-BEANIE-HARBOUR", options: { Colour: ["Mustard", "Navy", "Flint"] }, price: 3400, weight: 95, stock: { Mustard: 22, Navy: 31, Flint: 3 },
    look: { kind: "beanie", tones: { Mustard: "mustard", Navy: "navy", Flint: "flint" } },
    facts: { material: "Wool", made_in: "Scotland", machine_washable: false, care: ["Wash by hand", "Dry flat"] },
    days: 310,
  }),
  makeProduct({
    title: "Long Scarf", brand: "wyke-weavers", in: ["bags-and-woollens"], tags: ["wool"],
    text: "<p>Two metres, so it goes round twice and still has something to say.</p>",
    sku: "WYK-SCARF-LONG", options: { Colour: ["Slate", "Navy"] }, price: 6400, weight: 240, stock: { Slate: 13, Navy: 2 },
    look: { kind: "scarf", tones: { Slate: "slate", Navy: ["navy", { checks: 1 }] } },
    facts: { material: "Wool", made_in: "England", length: 200, width: 32, machine_washable: false, care: ["Wash by hand", "Dry flat"] },
    days: 244,
  }),
  makeProduct({
    title: "Boot Socks", brand: "wyke-weavers", in: ["bags-and-woollens", "boots"], tags: ["wool", "small"],
    text: "<p>Thick in the sole, thin in the leg, striped where nobody sees.</p>",
    sku: "WYK-SOCK-BOOT", options: { Colour: ["Flint", "Indigo"], Size: ["36–40", "41–46"] }, price: 1600, weight: 110, stock: { "*": 38 },
    look: { kind: "socks", tones: { Flint: "flint", Indigo: "indigo" } },
    facts: { material: "Wool", made_in: "Scotland", machine_washable: true, care: ["Wash at 30"] },
    days: 410,
  }),
  makeProduct({
    title: "Lark Tote", brand: "larkfield", in: ["bags-and-woollens"], tags: ["cotton", "small", "bestseller"],
    text: "<p>Our bird on a heavy canvas bag. It takes a week’s vegetables or one large cat.</p>",
    sku: "LAR-TOTE-LARK", options: { Colour: ["Natural", "Indigo"] }, price: 1800, weight: 260, stock: { Natural: 110, Indigo: 47 },
    look: { kind: "tote", shape: { print: 1 }, tones: { Natural: "calico", Indigo: "indigo" } },
    facts: { material: "Cotton canvas", made_in: "England", width: 40, height: 42, machine_washable: true, organic: true, care: ["Wash at 30"] },
    days: 610,
  }),
  makeProduct({
    title: "Day Pack", brand: "brindle-and-pike", in: ["bags-and-woollens"], tags: ["cotton", "leather", "gift"],
    text: `
      <p>Eighteen litres of waxed canvas with leather straps and brass buckles. One pocket outside for the map, one inside for the sandwiches you said you would save.</p>
      <ul><li>Fits a 15-inch laptop, reluctantly</li><li>Re-waxing: bring it in, it takes a day</li></ul>`,
    sku: "BRP-PACK-DAY", options: { Colour: ["Forest", "Flint"] }, price: 18900, weight: 1250, stock: { Forest: 5, Flint: 1 },
    look: { kind: "backpack", tones: { Forest: "forest", Flint: ["flint", { roll: 1 }] }, and: { detail: "Leather strap and brass buckle of the Day Pack" } },
    facts: { material: "Waxed cotton", made_in: "England", capacity: 18000, height: 42, machine_washable: false, care: ["Wipe clean"] },
    days: 300,
  }),
  makeProduct({
    title: "Tool Box", brand: "brindle-and-pike", in: ["shed", "workwear"], tags: ["steel", "gift"],
    text: "<p>Folded steel with brass clasps and a beech grip. There is a place for everything, although not for everything’s box.</p>",
    sku: "BRP-TOOLBOX-STEEL", options: { Colour: ["Red", "Green"] }, price: 8900, weight: 3400, stock: { Red: 6, Green: 9 },
    look: { kind: "toolbox", tones: { Red: "enamel-red", Green: "enamel-green" } },
    facts: { material: "Steel", made_in: "Germany", length: 46, height: 24 },
    days: 220,
  }),
  makeProduct({
    title: "Open Tool Caddy", brand: "ashlow-joinery", in: ["shed"], tags: ["wood"],
    text: "<p>A carpenter’s tote in oak. Also carries cutlery to the garden, if introduced properly.</p>",
    sku: "ASH-TOOLBOX-CADDY", price: 7400, was: 8400, weight: 2600, stock: 4,
    look: { kind: "toolbox", tones: "oak" },
    facts: { material: "Oak", made_in: "England", length: 45, fsc_certified: true, rooms: ["Outdoors", "Kitchen"] },
    days: 90,
  }),
];
