import type { CreateShippingMethodInput } from "../src/shipping/schemas.ts";

export const demoShop = { name: "Larkfield", tagline: "Goods for house, table and garden" };

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
