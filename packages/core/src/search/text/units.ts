/** A unit's base and how many of it one is: 1.5 l and 1500 ml are the same 1500 ml. */
type Unit = readonly [base: string, factor: number];

const spellings: Record<string, readonly [base: string, factor: number, words: string]> = {
  ml: ["ml", 1, "ml millilitre millilitres milliliter milliliters"],
  cl: ["ml", 10, "cl centilitre centilitres"],
  dl: ["ml", 100, "dl decilitre decilitres"],
  l: ["ml", 1_000, "l lt ltr litre litres liter liters"],
  mm: ["mm", 1, "mm millimetre millimetres millimeter millimeters"],
  cm: ["mm", 10, "cm centimetre centimetres centimeter centimeters"],
  m: ["mm", 1_000, "m metre metres meter meters"],
  km: ["mm", 1_000_000, "km kilometre kilometres kilometer kilometers"],
  in: ["in", 1, "inch inches"],
  ft: ["in", 12, "ft foot feet"],
  mg: ["g", 0.001, "mg milligram milligrams"],
  g: ["g", 1, "g gr gram grams gramme grammes"],
  kg: ["g", 1_000, "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes"],
  oz: ["oz", 1, "oz ounce ounces"],
  lb: ["oz", 16, "lb lbs"],
  w: ["w", 1, "w watt watts"],
  kw: ["w", 1_000, "kw kilowatt kilowatts"],
  v: ["v", 1, "v volt volts"],
  mah: ["mah", 1, "mah"],
  ah: ["mah", 1_000, "ah"],
  kb: ["mb", 0.001, "kb kilobyte kilobytes"],
  mb: ["mb", 1, "mb megabyte megabytes"],
  gb: ["mb", 1_000, "gb gigabyte gigabytes"],
  tb: ["mb", 1_000_000, "tb terabyte terabytes"],
  hz: ["hz", 1, "hz hertz"],
  khz: ["hz", 1_000, "khz"],
  mhz: ["hz", 1_000_000, "mhz"],
  ghz: ["hz", 1_000_000_000, "ghz"],
  h: ["h", 1, "h hr hrs hour hours"],
};

const units = new Map<string, Unit>(
  Object.values(spellings).flatMap(([base, factor, words]) => words.split(" ").map((word): [string, Unit] => [word, [base, factor]])),
);

/** `in` is a unit only where it hangs on its number: "5 in 1" is no length. */
export function findUnit(word: string, isAttached: boolean): Unit | null {
  if (word === "in") return isAttached ? ["in", 1] : null;
  return units.get(word) ?? null;
}

/** "1.5", "1,5" and "1,500" as a number; null when it is none that can be counted with, such as "1.2.3". */
export function readNumber(text: string): number | null {
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text.replace(",", ".");
  if (!/^\d{1,12}(\.\d{1,12})?$/.test(plain)) return null;
  return Number(plain);
}

/** A number as part of a term, which has letters and digits only: 1.5 is `1d5`. */
export function numberTerm(value: number): string {
  const rounded = Number(value.toPrecision(9));
  return (Number.isInteger(rounded) ? rounded.toFixed(0) : String(Number(rounded.toFixed(4)))).replace(".", "d").replace(/[^0-9d]/g, "");
}

/** The one term for all ways to write a quantity, `1500ml`. */
export function quantityTerm(value: number, [base, factor]: Unit): string {
  return `${numberTerm(value * factor)}${base}`;
}
