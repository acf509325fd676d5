const idShape = /^([a-z]{3})_[0-9a-z]{8,40}$/;
const most = 12;

/** Fields that name a thing by its id, and what the ids begin with. */
const prefixes: Record<string, readonly string[]> = {
  variantId: ["var"],
  productId: ["prd"],
  product: ["prd"],
  lineId: ["oln", "cln"],
  order: ["ord"],
  return: ["ret"],
  shipmentId: ["shp"],
  paymentId: ["pay"],
  addressId: ["adr"],
  mediaId: ["med"],
  customer: ["acc"],
  staff: ["acc"],
  actor: ["acc"],
  subject: ["ord", "acc", "prd"],
  event: ["evt"],
  transfer: ["trf"],
  count: ["cnt"],
  token: ["tok"],
  synonyms: ["syn"],
  queryId: ["sqr"],
  handle: ["var", "prd"],
};
/** Fields that answers call otherwise. */
const others: Record<string, readonly string[]> = {
  cursor: ["nextCursor"],
  order: ["number", "orderNumber"],
  orderNumber: ["number"],
  return: ["number"],
  product: ["slug"],
  category: ["slug"],
  brand: ["slug"],
  parent: ["slug"],
  attribute: ["code"],
  customer: ["email"],
  staff: ["email"],
  session: ["id"],
  count: ["number", "id"],
  transfer: ["number", "id"],
  expectedTotalMinor: ["amountMinor"],
  handle: ["sku"],
};

/** Remembers what things are called, out of answers, so that questions can name things that are there. */
export class Harvest {
  readonly #byName = new Map<string, unknown[]>();

  add(name: string, value: unknown): void {
    const values = this.#byName.get(name) ?? [];
    if (values.includes(value)) return;
    this.#byName.set(name, [...values, value].slice(-most));
  }

  /** Everything that a value has in it. */
  take(value: unknown, name = "", depth = 0): void {
    if (depth > 8) return;
    if (typeof value === "string" && value.length > 0 && value.length <= 200) {
      const [, prefix] = idShape.exec(value) ?? [];
      if (prefix) this.add(`${prefix}_`, value);
      else if (name !== "") this.add(name, value);
    } else if (typeof value === "number") {
      // Orders and returns are named by their number, as text.
      this.add(name, name === "number" || name === "orderNumber" ? String(value) : value);
    } else if (Array.isArray(value)) {
      for (const one of value.slice(0, 10)) this.take(one, name, depth + 1);
    } else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) this.take(inner, key, depth + 1);
    }
  }

  /** What an input's field of this name may name. */
  readonly known = (field: string): readonly unknown[] => {
    const names = [field, ...(others[field] ?? []), ...(prefixes[field] ?? []).map((prefix) => `${prefix}_`)];
    return names.flatMap((name) => this.#byName.get(name) ?? []);
  };
}
