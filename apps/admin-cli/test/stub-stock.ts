const main = { id: "loc_1", code: "main", name: "Main" };
const town = { id: "loc_2", code: "town", name: "Town shop" };
const at = "2026-05-01T10:00:00.000Z";

export const pageOf = <T>(items: T[]) => ({ items, nextCursor: null, total: { count: items.length, isExact: true } });

/** A level of a variant at the first location, one of its units reserved. */
export function levels(variantId: string, onHand: number) {
  const level = { variantId, location: main, onHand, reserved: 1, available: onHand - 1, backorderLimit: 0, lowStockThreshold: 5, isShort: false, isLow: onHand <= 6 };
  return { variantId, levels: [level], onHand, reserved: 1, available: onHand - 1 };
}

export const townShop = { ...town, priority: 1, onHand: 0, reserved: 0, inTransit: 4 };
export const locations = [{ ...main, priority: 0, onHand: 40, reserved: 3, inTransit: 0 }, townShop];
export const alert = { id: "alr_1", variantId: "var_1", location: town, available: 2, threshold: 3, raisedAt: at, clearedAt: null };

export function transfer(status: string, [sent, received, lost, inTransit]: [number, number, number, number]) {
  const units = { sent, received, lost, inTransit, returned: 0 };
  const facts = { note: null, actor: "staff:acc_1", sentAt: at, closedAt: status === "in_transit" ? null : at };
  return { id: "trf_1", number: 12, from: main, to: town, status, ...facts, units, lines: [{ variantId: "var_1", ...units }] };
}
export const underWay = transfer("in_transit", [4, 0, 0, 4]);

export function countLine(variantId: string, expected: number, counted: number, adjusted: number | null = null) {
  return { variantId, expected, counted, difference: counted - expected, adjusted, countedAt: at };
}

export const countRow = {
  id: "cnt_1", number: 3, location: town, status: "open", note: null, actor: "staff:acc_1", startedAt: at, closedAt: null, lineCount: 2, expected: 14, counted: 11,
};
export const openCount = { ...countRow, lines: [countLine("var_1", 10, 6), countLine("var_2", 4, 5)], warnings: [] };
const clamped = countLine("var_1", 10, 6, -2);
export const postedCount = {
  ...countRow, status: "posted", lines: [clamped, countLine("var_2", 4, 5, 1)], warnings: [{ reason: "inventory.below_zero", message: "Set to 0.", lines: [clamped] }],
};
