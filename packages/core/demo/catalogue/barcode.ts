/** An EAN-13 in the range kept for a shop's own numbers (prefix 29), derived from the SKU. */
export function barcodeFor(sku: string): string {
  let hash = 0x811c9dc5n;
  for (const letter of sku) hash = ((hash ^ BigInt(letter.charCodeAt(0))) * 0x100000001b3n) & 0xffffffffffffffffn;
  const digits = `29${String(hash % 10_000_000_000n).padStart(10, "0")}`;
  return digits + checkDigit(digits);
}

/** GS1 check digit: weights 1 and 3 from the left over twelve digits, up to the next ten. */
export function checkDigit(twelveDigits: string): string {
  const sum = Array.from(twelveDigits).reduce((total, digit, i) => total + Number(digit) * (i % 2 ? 3 : 1), 0);
  return String((10 - (sum % 10)) % 10);
}
