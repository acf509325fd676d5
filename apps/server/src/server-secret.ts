import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const leastCharacters = 32;
const leastBits = 120;

/** What is wrong with a secret that a production server is to start with, or null. */
export function secretProblem(secret: string | undefined): string | null {
  const how = "Make one with: openssl rand -base64 32";
  if (!secret) return `must be set in production: it seals what the shop keeps secret, and has to be the same on every server. ${how}`;
  if (secret.length < leastCharacters) return `is too short: it needs ${leastCharacters} characters at least. ${how}`;
  if (bitsOf(secret) < leastBits) return `is too easy to guess. ${how}`;
  return null;
}

/** How hard a text is to guess at best: by how evenly its characters are spread. */
function bitsOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= count * Math.log2(count / text.length);
  return bits;
}

/** The secret of a shop that is being tried out: made once, in a file of the data folder that only its owner can read. */
export function keptSecret(dataDir: string): string {
  const path = join(dataDir, "secret");
  if (!existsSync(path)) makeSecret(dataDir, path);
  return readFileSync(path, "utf8").trim();
}

/** Two servers that start at once end with one secret: whose link is there first. */
function makeSecret(dataDir: string, path: string): void {
  mkdirSync(dataDir, { recursive: true });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
