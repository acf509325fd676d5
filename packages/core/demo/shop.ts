import type { CreateCouponInput } from "../src/promotions/schemas.ts";
import type { CreateShippingMethodInput } from "../src/shipping/schemas.ts";

export const demoShop = { name: "Larkfield", tagline: "Goods for house, table and garden", bankAccount: "Larkfield, IBAN DE02 1203 0000 0000 2020 51" };

/** Their passwords are public: a production start never makes them. */
export const demoAccounts = {
  customer: { email: "robin@larkfield.example", name: "Robin Hale", password: "larkfield-robin" },
  admin: { email: "admin@larkfield.example", name: "Mae Larkin", password: "larkfield-admin" },
};

export const demoShipping: CreateShippingMethodInput[] = [
  {
    code: "standard",
    name: "Standard parcel",
    description: "Three to five working days, by the van that comes anyway.",
    priceMinor: 490,
    freeOverMinor: 7_500,
    countries: [],
    position: 0,
  },
  {
    code: "express",
    name: "Express",
    description: "Next working day if you order before noon.",
    priceMinor: 1_290,
    countries: ["AT", "BE", "DE", "DK", "FR", "NL"],
    position: 1,
  },
];

export const demoCoupons: CreateCouponInput[] = [
  { code: "WELCOME10", name: "Ten per cent for a first order", percentBasisPoints: 1_000, minimumMinor: 0, usageLimitPerCustomer: 1 },
  { code: "FIVER", name: "Five off a basket of fifty", amountMinor: 500, minimumMinor: 5_000 },
];

// Standard rates of value added tax, European Commission and national tax offices, 2025.
export const demoTaxRates: [country: string, name: string, rateBasisPoints: number][] = [
  ["AT", "USt", 2_000],
  ["BE", "TVA", 2_100],
  ["CH", "MWST", 810],
  ["DE", "MwSt", 1_900],
  ["DK", "Moms", 2_500],
  ["ES", "IVA", 2_100],
  ["FR", "TVA", 2_000],
  ["GB", "VAT", 2_000],
  ["IE", "VAT", 2_300],
  ["IT", "IVA", 2_200],
  ["NL", "BTW", 2_100],
  ["PL", "VAT", 2_300],
  ["PT", "IVA", 2_300],
  ["SE", "Moms", 2_500],
];

/** What the shop's first location is called here. */
export const demoBarn = "The barn";

type Units = [sku: string, units: number][];

interface Remarked {
  note: string;
  lines: Units;
}

/** A second place that sells: what lies on its shelves, what the van is bringing, and what the last look at the shelves found. */
export const demoTownShop: { code: string; name: string; stock: Units; counted: Remarked; coming: Remarked } = {
  code: "bell-street",
  name: "The shop on Bell Street",
  stock: [
    ["SAL-SOAP-MARSH-OAT", 24],
    ["LAR-MATCH-LONG", 30],
    ["LAR-TWINE-JUTE-NTR", 20],
    ["LAR-MUG-CAMP-WHT", 6],
    ["TAL-TAPER-SIX-IVR", 18],
    ["LAR-BOOK-POCKET", 12],
  ],
  counted: {
    note: "Friday after closing. Somebody is very clean.",
    lines: [
      ["SAL-SOAP-MARSH-OAT", 23],
      ["LAR-MATCH-LONG", 30],
      ["LAR-TWINE-JUTE-NTR", 21],
    ],
  },
  coming: {
    note: "Peter drives.",
    lines: [
      ["TOL-JAR-CLIP-500", 24],
      ["ASH-SPOON-ONE-BCH", 20],
      ["HOB-KETTLE-WHISTLE-RED", 6],
    ],
  },
};

/** Made to order once the last one is gone: so many at a time. */
export const demoBackorder = { sku: "ASH-CHAIR-LADDER-OAK", units: 6 };

/** Where Robin lives. */
export const demoAddress = {
  name: "Robin Hale",
  company: null,
  line1: "Lindenweg 4",
  line2: null,
  postcode: "10115",
  city: "Berlin",
  region: null,
  country: "DE",
  phone: null,
};

interface DemoOrder {
  lines: readonly (readonly [sku: string, quantity: number])[];
  daysAgo: number;
  parcel: { carrier: string; trackingNumber: string };
}

/** What Robin has bought: of the one a parcel is on its way, of the other something came back. */
export const demoOrders: { onItsWay: DemoOrder; sentBack: DemoOrder & { back: { reason: "damaged"; comment: string; note: string } } } = {
  onItsWay: {
    lines: [
      ["TOL-WINE-TABLE", 4],
      ["WYK-TEA-BAND-NAN", 2],
    ],
    daysAgo: 2,
    parcel: { carrier: "DHL", trackingNumber: "00340434161094042557" },
  },
  sentBack: {
    lines: [
      ["TOL-JAR-CLIP-1000", 3],
      ["SAL-BRUSH-DISH-TMP", 1],
    ],
    daysAgo: 14,
    parcel: { carrier: "DPD", trackingNumber: "01345678901234" },
    back: { reason: "damaged", comment: "One lid came in two.", note: "Put it in any box and send it to us; the label is on its way." },
  },
};
