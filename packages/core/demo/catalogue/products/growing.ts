import { makeProduct } from "../make-product.ts";
import type { DemoProduct } from "../types.ts";

const packet = (name: string, sku: string, text: string, crop: number, tone: "cream" | "marigold" | "leaf" | "poppy", months: readonly string[], stock: number, days: number) =>
  makeProduct({
    title: name, brand: "thistledown-seeds", in: ["seeds"], tags: ["seed", "small"], text: `<p>${text}</p>`,
    sku: `THI-SEED-${sku}`, price: 320, weight: 12, stock, days,
    look: { kind: "seed-packet", shape: { crop, angle: crop % 2 ? 7 : -9 }, tones: tone, noun: `Seed packet of ${name}` },
    facts: { organic: true, sow_in: months, rooms: ["Outdoors"] },
  });

export const growing: readonly DemoProduct[] = [
  packet("Tomato ‘Gardener’s Monday’", "TOMATO", "Medium, red, early. Tastes of the smell of the leaf. Start indoors and do not let them out before the frosts have finished.", 0, "cream", ["February", "March", "April"], 90, 70),
  packet("Carrot ‘Long Lane’", "CARROT", "Straight in sand, forked in clay, sweet in either.", 1, "marigold", ["March", "April", "May", "June"], 120, 68),
  packet("Cosmos ‘Late Post’", "COSMOS", "Flowers from July until someone stops it. Good in a jug.", 2, "leaf", ["April", "May"], 75, 64),
  packet("Broad Bean ‘Curate’", "BEAN", "Hardy, upright, mild. Sow in the cold and pretend you meant to.", 3, "poppy", ["February", "March", "April"], 3, 60),
  packet("Basil ‘Windowsill’", "BASIL", "Small leaves, bushy habit, wants warmth and conversation.", 6, "leaf", ["April", "May", "June"], 0, 52),
  makeProduct({
    title: "Long Tom Pot", brand: "larkfield", in: ["pots-and-planters"], tags: ["terracotta", "bestseller"],
    text: "<p>Hand-thrown terracotta, fired hot enough to stand a hard winter. The thumb mark at the base is a signature, not a fault.</p>",
    sku: "LAR-POT-TOM", options: { Size: ["14 cm", "20 cm", "28 cm"] }, price: { "14 cm": 1400, "20 cm": 2600, "28 cm": 4800 }, weight: { "14 cm": 900, "20 cm": 2200, "28 cm": 4900 }, stock: { "14 cm": 70, "20 cm": 32, "28 cm": 9 },
    look: { kind: "planter", shape: { plant: 1, height: 320, width: 180 }, tones: "terracotta", and: { detail: "Rim of the Long Tom Pot, planted with sage", scene: "Terracotta pot with a watering can behind it" } },
    facts: { material: "Terracotta", made_in: "England", diameter: 20, frost_proof: true, rooms: ["Outdoors"] },
    days: 545, seo: ["Frost-proof Long Tom terracotta pot", "Hand-thrown terracotta pots in three sizes, fired to stand a hard winter."],
  }),
  makeProduct({
    title: "Windowsill Pot and Saucer", brand: "larkfield", in: ["pots-and-planters"], tags: ["terracotta"],
    text: "<p>For one herb, or one cactus with ambitions.</p>",
    sku: "LAR-POT-SILL", options: { Colour: ["Terracotta", "Sandstone"] }, price: 1200, was: { Sandstone: 1500 }, weight: 640, stock: { Terracotta: 48, Sandstone: 26 },
    look: { kind: "planter", shape: { width: 145, height: 225, saucer: 1, plant: 3 }, tones: { Terracotta: "terracotta", Sandstone: "sandstone" } },
    facts: { material: "Terracotta", made_in: "Italy", diameter: 12, frost_proof: false, rooms: ["Kitchen", "Living room"] },
    days: 230,
  }),
  makeProduct({
    title: "Zinc Planter", brand: "larkfield", in: ["pots-and-planters"], tags: ["outdoors"],
    text: "<p>Folded seams and a dull shine that gets duller and better. Drilled; corks supplied if you want it watertight.</p>",
    sku: "LAR-POT-ZINC", options: { Size: ["25 cm", "35 cm"] }, price: { "25 cm": 3900, "35 cm": 5900 }, weight: { "25 cm": 1800, "35 cm": 3200 }, stock: { "25 cm": 17, "35 cm": 3 },
    look: { kind: "planter", shape: { style: 1, plant: 2, width: 200, height: 270 }, tones: "zinc", and: { detail: "Lavender over the rim of the zinc planter" } },
    facts: { material: "Zinc", made_in: "Hungary", diameter: 25, frost_proof: true, rooms: ["Outdoors"] },
    days: 315,
  }),
  makeProduct({
    title: "Stone Tub", brand: "larkfield", in: ["pots-and-planters"], tags: ["outdoors"],
    text: "<p>Cast stone, round-bellied, for a small olive and a long view. Two people to lift it; one to say where.</p>",
    sku: "LAR-POT-STONE", price: 11900, weight: 24000, stock: 3, barcode: false,
    look: { kind: "planter", shape: { style: 2, plant: 4, width: 215, height: 270 }, tones: "concrete" },
    facts: { material: "Cast stone", made_in: "England", diameter: 40, frost_proof: true, rooms: ["Outdoors"] },
    days: 195,
  }),
  makeProduct({
    title: "Watering Can", brand: "greaves-forge", in: ["watering"], tags: ["outdoors", "bestseller", "gift"],
    text: `
      <p>Long in the spout, balanced when full, with a brass rose that unscrews for cleaning. The second handle is for pouring: once you have had two, you will not go back to one.</p>
      <ul><li>Hot-dipped and painted</li><li>Brass rose, fine holes</li><li><strong>Empty it before the frost</strong></li></ul>`,
    sku: "GRV-CAN-LONG", options: { Colour: ["Zinc", "Green"], Size: ["5 l", "9 l"] }, price: { "5 l": 5900, "9 l": 7400 }, weight: { "5 l": 1500, "9 l": 2100 }, stock: { "*": 12, "Zinc / 5 l": 21 },
    look: { kind: "watering-can", shape: { brass: 1 }, tones: { Zinc: "zinc", Green: "enamel-green" }, and: { scene: "Watering can among the pots" } },
    facts: { material: "Steel", made_in: "England", capacity: 5000, frost_proof: false, rooms: ["Outdoors"] },
    days: 31, seo: ["Long-spouted watering can with brass rose", "A balanced watering can with two handles and a brass rose, in two finishes and two sizes."],
  }),
  makeProduct({
    title: "Garden Hose", brand: "greaves-forge", in: ["watering"], tags: ["outdoors"],
    text: "<p>Twenty metres, with brass fittings. It will kink once, on principle, and then behave.</p>",
    sku: "GRV-HOSE-TWENTY", price: 6900, weight: 4200, stock: 11,
    look: { kind: "coil", tones: "wellington-green" },
    facts: { material: "Rubber", made_in: "Germany", length: 2000, frost_proof: true, rooms: ["Outdoors"] },
    days: 105,
  }),
];
