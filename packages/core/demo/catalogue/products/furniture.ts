import { makeProduct } from "../make-product.ts";
import type { DemoProduct } from "../types.ts";

export const furniture: readonly DemoProduct[] = [
  makeProduct({
    title: "Ladder Back Chair", brand: "ashlow-joinery", in: ["seats"], tags: ["wood", "bestseller"],
    text: `
      <p>Three slats, four legs, eighteen joints. The back leans as much as a person does after supper.</p>
      <p>Each chair is signed underneath by whoever made it. If yours says <strong>Mags</strong>, you have a good one. If it says Peter, also.</p>
      <ul><li>Seat height 45 cm</li><li>Hard-wax oil finish, easy to renew</li><li>Delivered in one piece</li></ul>`,
    sku: "ASH-CHAIR-LADDER", options: { Wood: ["Oak", "Ash", "Black ash"] }, price: 38900, weight: 5400, stock: { Oak: 8, Ash: 6, "Black ash": 2 },
    look: { kind: "chair", tones: { Oak: "oak", Ash: ["ash", { rush: 1 }], "Black ash": "black-ash" } },
    facts: { material: "Wood", finish: "Hard-wax oil", made_in: "England", height: 86, width: 43, fsc_certified: true, care: ["Wax twice a year"], rooms: ["Dining room", "Kitchen"] },
    days: 505, seo: ["Ladder back chair in oak or ash", "A solid wood ladder back chair with eighteen joints and no screws."],
  }),
  makeProduct({
    title: "Milking Stool", brand: "ashlow-joinery", in: ["seats"], tags: ["wood", "gift"],
    text: "<p>Three legs, for uneven floors and low jobs. No cow required.</p>",
    sku: "ASH-STOOL-MILK", price: 12900, was: 14900, weight: 2100, stock: 14,
    look: { kind: "stool", shape: { legs: 3, height: 330, width: 180 }, tones: "ash" },
    facts: { material: "Ash", finish: "Oiled", made_in: "England", height: 32, diameter: 30, fsc_certified: true, rooms: ["Kitchen", "Hall"] },
    days: 460,
  }),
  makeProduct({
    title: "Hall Bench", brand: "ashlow-joinery", in: ["seats"], tags: ["wood"],
    text: "<p>For taking boots off, and for everything that gets put down on the way in.</p>",
    sku: "ASH-BENCH-HALL", options: { Wood: ["Oak", "Walnut"], Length: ["100 cm", "140 cm"] }, price: { "Oak / 100 cm": 46900, "Oak / 140 cm": 56900, "Walnut / 100 cm": 56900, "Walnut / 140 cm": 69900 }, weight: { "100 cm": 13500, "140 cm": 18200 }, stock: { "*": 3, "Walnut / 140 cm": 1 },
    look: { kind: "bench", tones: { Oak: "oak", Walnut: ["walnut", { slats: 1 }] } },
    facts: { material: "Wood", finish: "Hard-wax oil", made_in: "England", height: 45, length: 100, fsc_certified: true, care: ["Wax twice a year"], rooms: ["Hall", "Outdoors"] },
    days: 295,
  }),
  makeProduct({
    title: "Bedside Table with Drawer", brand: "ashlow-joinery", in: ["tables-and-shelves"], tags: ["wood"],
    text: "<p>One drawer on wooden runners, waxed, so it opens quietly at two in the morning.</p>",
    sku: "ASH-TABLE-BEDSIDE", options: { Wood: ["Walnut", "Oak"] }, price: { Walnut: 48900, Oak: 41900 }, weight: 9800, stock: { Walnut: 2, Oak: 5 },
    look: { kind: "side-table", tones: { Walnut: "walnut", Oak: "oak" }, and: { detail: "Drawer and brass pull of the bedside table" } },
    facts: { material: "Wood", finish: "Hard-wax oil", made_in: "England", height: 55, width: 44, fsc_certified: true, rooms: ["Bedroom"] },
    days: 305,
  }),
  makeProduct({
    title: "Round Tea Table", brand: "ashlow-joinery", in: ["tables-and-shelves"], tags: ["wood", "bestseller"],
    text: "<p>Three legs and a top just wide enough for a pot, two cups and a difference of opinion.</p>",
    sku: "ASH-TABLE-TEA", options: { Wood: ["Ash", "Black ash"] }, price: 32900, was: { "Black ash": 37900 }, weight: 6400, stock: { Ash: 7, "Black ash": 3 },
    look: { kind: "side-table", shape: { round: 1 }, tones: { Ash: "ash", "Black ash": "black-ash" } },
    facts: { material: "Ash", finish: "Oiled", made_in: "England", height: 52, diameter: 50, fsc_certified: true, rooms: ["Living room"] },
    days: 335,
  }),
  makeProduct({
    title: "Narrow Bookcase", brand: "ashlow-joinery", in: ["tables-and-shelves"], tags: ["wood"],
    text: `
      <p>Sixty centimetres wide and as tall as an average aunt. Each shelf carries thirty kilos of paperbacks, or one very good encyclopaedia.</p>
      <p>It arrives in one piece. <strong>Please measure your stairs</strong>; we have all learned this separately.</p>`,
    sku: "ASH-SHELF-CASE", options: { Wood: ["Oak", "Walnut"] }, price: { Oak: 74900, Walnut: 89900 }, weight: 28500, stock: { Oak: 2, Walnut: 1 },
    look: { kind: "shelf", shape: { tall: 1 }, tones: { Oak: "oak", Walnut: "walnut" } },
    facts: { material: "Wood", finish: "Hard-wax oil", made_in: "England", height: 165, width: 60, fsc_certified: true, rooms: ["Living room", "Study"] },
    days: 275, barcode: false,
  }),
  makeProduct({
    title: "Bracket Shelf", brand: "ashlow-joinery", in: ["tables-and-shelves"], tags: ["wood"],
    text: "<p>A plank and two brackets. We did try to make it more complicated, and could not.</p>",
    sku: "ASH-SHELF-BRACKET", options: { Brackets: ["Iron", "Brass"], Length: ["60 cm", "90 cm", "120 cm"] }, price: { "60 cm": 6900, "90 cm": 8900, "120 cm": 10900 }, weight: { "60 cm": 2300, "90 cm": 3200, "120 cm": 4100 }, stock: { "*": 13, "Brass / 120 cm": 0 },
    look: { kind: "shelf", tones: { Iron: "oak", Brass: ["ash", { brass: 1 }] } },
    facts: { material: "Wood", made_in: "England", length: 60, width: 20, fsc_certified: true, rooms: ["Kitchen", "Living room", "Study"] },
    days: 395,
  }),
  makeProduct({
    title: "Peg Rail", brand: "ashlow-joinery", in: ["hall-and-desk", "tables-and-shelves"], tags: ["wood", "bestseller"],
    text: "<p>Shaker pegs on a planed board. Takes coats, hats, chairs if you are a Shaker.</p>",
    sku: "ASH-RAIL-PEG", options: { Pegs: ["3 pegs", "5 pegs", "7 pegs"] }, price: { "3 pegs": 4400, "5 pegs": 6200, "7 pegs": 7900 }, weight: { "3 pegs": 900, "5 pegs": 1400, "7 pegs": 1900 }, stock: { "3 pegs": 15, "5 pegs": 22, "7 pegs": 2 },
    look: { kind: "peg-rail", tones: { "3 pegs": ["beech", { pegs: 3 }], "5 pegs": ["beech", { pegs: 5 }], "7 pegs": ["beech", { pegs: 7 }] } },
    facts: { material: "Beech", made_in: "England", length: 70, fsc_certified: true, rooms: ["Hall", "Kitchen", "Bathroom"] },
    days: 485,
  }),
  makeProduct({
    title: "Strap Mirror", brand: "ashlow-joinery", in: ["hall-and-desk"], tags: ["wood", "leather"],
    text: "<p>A round mirror in a bent frame, on a leather strap and one stout peg. Tells the truth, softly.</p>",
    sku: "ASH-MIRROR-STRAP", options: { Wood: ["Oak", "Walnut"] }, price: 16900, weight: 3400, stock: { Oak: 6, Walnut: 3 },
    look: { kind: "mirror", tones: { Oak: "oak", Walnut: "walnut" } },
    facts: { material: "Wood", made_in: "England", diameter: 50, fsc_certified: true, rooms: ["Hall", "Bathroom", "Bedroom"] },
    days: 155,
  }),
];
