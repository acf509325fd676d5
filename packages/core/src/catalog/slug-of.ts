import { createHash } from "node:crypto";
import { slugify } from "../kernel/index.ts";

/** A slug for any name: one without a Latin letter or digit gets a short hash, the same every time. */
export function slugOf(name: string): string {
  return slugify(name) || `x-${createHash("sha256").update(name.trim()).digest("hex").slice(0, 10)}`;
}
