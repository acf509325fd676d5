import { expect, test } from "vitest";
import { chosenVariant, optionValues, type VariantView } from "./choose-variant.ts";

const options = [
  { name: "Colour", values: ["Oat", "Moss", "Ink"] },
  { name: "Size", values: ["S", "L"] },
];

const variant = (id: string, Colour: string, Size: string, available: number): VariantView => ({
  id,
  sku: null,
  barcode: null,
  title: `${Colour} / ${Size}`,
  options: { Colour, Size },
  price: { amountMinor: 1_000, currency: "EUR" },
  compareAt: null,
  weightGrams: null,
  imageId: null,
  available,
});

const oatS = variant("oat-s", "Oat", "S", 0);
const oatL = variant("oat-l", "Oat", "L", 4);
const mossS = variant("moss-s", "Moss", "S", 2);
const inkL = variant("ink-l", "Ink", "L", 0);
const product = { options, variants: [oatS, oatL, mossS, inkL] };
const nothingNewer = new Map<string, number>();

test("takes the variant of the address, else the first that can be bought", () => {
  expect(chosenVariant(product, "moss-s", nothingNewer)).toBe(mossS);
  expect(chosenVariant(product, "unknown", nothingNewer)).toBe(oatL);
  expect(chosenVariant({ variants: [oatS] }, undefined, nothingNewer)).toBe(oatS);
});

test("tells what can be had beside the other values chosen", () => {
  const states = optionValues(product, "Colour", oatL, nothingNewer).map(({ value, state, isChosen }) => [value, state, isChosen]);
  expect(states).toEqual([["Oat", "available", true], ["Moss", "missing", false], ["Ink", "sold_out", false]]);
});

test("a value that is not made beside the others leads to the closest variant", () => {
  const moss = optionValues(product, "Colour", oatL, nothingNewer).find(({ value }) => value === "Moss");
  expect(moss?.variant).toBe(mossS);
});

test("newer stock counts more than what came with the page", () => {
  const [small] = optionValues(product, "Size", oatL, new Map([["oat-s", 7]]));
  expect(small?.state).toBe("available");
});
