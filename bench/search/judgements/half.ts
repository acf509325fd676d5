import { createHash } from "node:crypto";

export const halves = ["tune", "report", "both"] as const;
export type Half = (typeof halves)[number];

/** In which half a query or product belongs: by the last bit of the first byte of its key's SHA-256. */
export function halfOf(key: string): "tune" | "report" {
  const [first = 0] = createHash("sha256").update(key).digest();
  return first % 2 === 0 ? "tune" : "report";
}

/** Whether a key takes part when `half` is measured. */
export function isIn(half: Half, key: string): boolean {
  return half === "both" || halfOf(key) === half;
}
