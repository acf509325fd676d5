import type { Random } from "../../shop/random.ts";

/** What the shop sells: departments, groups in them, kinds of things in these, most frequent first. */
export const departments: Record<string, Record<string, readonly string[]>> = {
  Kitchen: {
    Cookware: ["Frying pan", "Saucepan", "Casserole", "Wok", "Kettle", "Roasting tin"],
    Tableware: ["Mug", "Plate", "Bowl", "Wine glass", "Tumbler", "Jug", "Teapot", "Serving dish"],
    "Kitchen tools": ["Knife", "Chopping board", "Whisk", "Grater", "Peeler", "Rolling pin"],
    "Kitchen storage": ["Bread bin", "Storage jar", "Lunch box", "Spice rack"],
  },
  Furniture: {
    Seating: ["Sofa", "Armchair", "Dining chair", "Bar stool", "Office chair", "Bench", "Sofa bed"],
    Tables: ["Dining table", "Coffee table", "Side table", "Desk", "Console table"],
    Bedroom: ["Bed frame", "Mattress", "Wardrobe", "Chest of drawers", "Bedside table"],
    Shelving: ["Bookcase", "Wall shelf", "Shoe rack", "Sideboard", "TV stand"],
  },
  Home: {
    Lighting: ["Table lamp", "Floor lamp", "Pendant light", "Wall light", "Light bulb", "Lantern"],
    Textiles: ["Cushion", "Throw", "Rug", "Curtain", "Duvet cover", "Pillow", "Towel", "Blanket"],
    Decoration: ["Vase", "Mirror", "Picture frame", "Candle", "Wall clock", "Plant pot"],
    Bathroom: ["Bath mat", "Shower curtain", "Soap dispenser", "Laundry basket"],
  },
  Clothing: {
    Women: ["Dress", "Blouse", "Skirt", "Cardigan", "Leggings", "Raincoat"],
    Men: ["Shirt", "T-shirt", "Jumper", "Chinos", "Jacket", "Polo shirt"],
    Shoes: ["Trainers", "Boots", "Sandals", "Slippers", "Loafers"],
    Accessories: ["Backpack", "Wallet", "Belt", "Scarf", "Beanie", "Sunglasses", "Watch"],
  },
  Electronics: {
    Audio: ["Headphones", "Speaker", "Earbuds", "Soundbar", "Turntable"],
    Computing: ["Laptop", "Keyboard", "Mouse", "Monitor", "USB cable", "Webcam", "Laptop stand"],
    Phones: ["Phone case", "Charger", "Power bank", "Screen protector", "Smartphone"],
    "Home appliances": ["Blender", "Toaster", "Coffee machine", "Vacuum cleaner", "Fan heater", "Air fryer"],
  },
  Outdoor: {
    Garden: ["Garden chair", "Watering can", "Planter", "Hose", "Secateurs", "Spade"],
    Camping: ["Tent", "Sleeping bag", "Camping stove", "Head torch", "Cool box"],
    Sport: ["Yoga mat", "Dumbbell", "Bicycle helmet", "Football", "Tennis racket", "Water bottle"],
    Tools: ["Cordless drill", "Screwdriver set", "Hammer", "Tool box", "Tape measure"],
  },
};

export const colours = ["Black", "White", "Grey", "Blue", "Brown", "Green", "Red", "Beige", "Navy", "Pink", "Yellow", "Silver", "Orange", "Purple", "Cream", "Gold", "Teal", "Burgundy"];
export const materials = ["Cotton", "Steel", "Oak", "Plastic", "Leather", "Glass", "Wool", "Linen", "Ceramic", "Aluminium", "Velvet", "Bamboo", "Walnut", "Polyester", "Cast iron", "Rattan", "Marble", "Silk"];
export const styles = ["Classic", "Modern", "Compact", "Large", "Small", "Folding", "Vintage", "Portable", "Heavy-duty", "Lightweight", "Round", "Slim", "Deluxe", "Industrial", "Scandinavian", "Waterproof", "Adjustable", "Striped", "Quilted", "Rustic"];
export const features = ["with lid", "with storage", "with handle", "for children", "for two", "set of 2", "set of 4", "set of 6", "with wheels", "dishwasher safe", "for outdoors", "with USB port", "non-slip", "machine washable"];
export const rooms = ["Living room", "Bedroom", "Kitchen", "Bathroom", "Office", "Hall", "Garden", "Nursery"];

const starts = ["al", "ba", "bel", "bri", "cal", "car", "dor", "el", "fen", "fjo", "gar", "hal", "il", "jo", "ka", "kel", "lin", "lu", "mar", "mon", "nor", "ol", "or", "pel", "quin", "ra", "ros", "sa", "sel", "tam", "tor", "ul", "va", "vel", "wes", "wil", "yar", "zen"];
const middles = ["", "", "a", "e", "i", "o", "da", "de", "li", "lo", "ma", "mi", "na", "ne", "ra", "ri", "sta", "ta", "the", "ve"];
const ends = ["bury", "by", "dale", "den", "dor", "field", "gard", "ham", "ia", "in", "ford", "lan", "ley", "lo", "mere", "na", "non", "ra", "rick", "sen", "stead", "ton", "va", "well", "wick", "worth", "za"];

/** Invented names, each once, the same for the same random numbers. */
export function inventNames(count: number, random: Random): string[] {
  const names = new Set<string>();
  while (names.size < count) {
    const name = `${random.pick(starts)}${random.pick(middles)}${names.size > 5_000 ? random.pick(middles) : ""}${random.pick(ends)}`;
    names.add(`${name.charAt(0).toUpperCase()}${name.slice(1)}`);
  }
  return [...names];
}

/** What descriptions are made of, most frequent first; the places in braces are filled from the product. */
export const sentences = [
  "This {kind} in {colour} is made of {material} and fits any {room}.",
  "Free delivery, and thirty days to change your mind.",
  "Easy to clean with a damp cloth.",
  "The {series} range by {brand} combines {style} design with everyday comfort.",
  "Delivered flat packed with all tools for assembly.",
  "Pairs well with the other pieces of the {series} collection.",
  "Two years of guarantee on {material} and workmanship.",
  "A {style} shape that saves space in a small {room}.",
  "Soft to the touch and made to last, whatever the weather.",
  "Measures {size} cm and weighs {weight} g.",
  "The finish in {colour} resists scratches, stains and fading.",
  "Wash at thirty degrees with similar colours.",
  "Batteries and bulbs are not included.",
  "Responsibly sourced and packed without plastic.",
  "Suits a desk, a shelf, a table or a windowsill.",
  "Designed by {designer} for {brand}.",
];
