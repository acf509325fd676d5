import { createHash, getRandomValues, randomBytes } from "node:crypto";
import { monotonicFactory } from "ulid";

const nextUlid = monotonicFactory(nextRandom);

const pool = new Uint8Array(4_096);
let drawn = pool.length;

/** The library asks the system for each letter anew; here it is asked once for thousands. */
function nextRandom(): number {
  if (drawn === pool.length) {
    getRandomValues(pool);
    drawn = 0;
  }
  return (pool[drawn++] ?? 0) / 256;
}

/** A new id that sorts by time and says what it names: `newId("ord")` is `ord_01k…`. */
export function newId(prefix: string): string {
  return `${prefix}_${nextUlid().toLowerCase()}`;
}

/** An unguessable word of 160 bits for cookies and links. Keep only its hash. */
export function newToken(): string {
  return randomBytes(20).toString("base64url");
}

/** What is stored instead of a token. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
