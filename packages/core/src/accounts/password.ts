import { hash, verify } from "@node-rs/argon2";
import { hashQueue } from "./hash-queue.ts";

// OWASP password storage cheat sheet: argon2id, 19 MiB, 2 passes, 1 lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const prefix = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`;

/** Errors: `accounts.busy`, here and below: see HashQueue. */
export async function hashPassword(password: string): Promise<string> {
  return hashQueue.run(() => hash(password, cost));
}

/** Always one verification, so that all cases take the same work: no account, one without a password, and one with. */
export async function verifyPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const fits = await hashQueue.run(() => verify(passwordHash || decoy, password));
  return passwordHash ? fits : false;
}

/** Whether a hash was made with other parameters than today's. */
export function isOutdated(passwordHash: string): boolean {
  return !passwordHash.startsWith(prefix);
}

/** The hash of nothing anybody knows: a salt of 16 bytes and a result of 32 that no password was ever hashed to. */
const decoy = `${prefix}Y2FydHdyaWdodC1kZWNveQ$${"A".repeat(43)}`;
