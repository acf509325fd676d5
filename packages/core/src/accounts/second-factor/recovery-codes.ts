import { insertMany, recoveryCodes } from "@cartwright/db";
import { and, eq, isNull } from "drizzle-orm";
import { randomInt } from "node:crypto";
import { hashToken, type Context } from "../../kernel/index.ts";

const count = 10;
/** Without letters that are taken for one another; 24 of them are 118 bits, so that a plain hash is enough. */
const letters = "23456789abcdefghjkmnpqrstuvwxyz";
const lettersEach = 24;

/** New codes in place of all others, told this once: each opens the account one time when the device is lost. */
export async function replaceRecoveryCodes(ctx: Context, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: count }, newCode);
  await ctx.db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
  await insertMany(ctx.db, recoveryCodes, codes.map((code) => ({ accountId, codeHash: hashCode(accountId, code), usedAt: null })));
  return codes;
}

/** Whether it was one of the account's that were not used yet; it is now. */
export async function takeRecoveryCode(ctx: Context, accountId: string, code: string): Promise<boolean> {
  const matches = and(eq(recoveryCodes.accountId, accountId), eq(recoveryCodes.codeHash, hashCode(accountId, code)), isNull(recoveryCodes.usedAt));
  const taken = await ctx.db.update(recoveryCodes).set({ usedAt: ctx.clock.now() }).where(matches).returning({ codeHash: recoveryCodes.codeHash });
  return taken.length > 0;
}

function newCode(): string {
  const code = Array.from({ length: lettersEach }, () => letters[randomInt(letters.length)]).join("");
  return code.replaceAll(/(.{4})(?=.)/g, "$1-");
}

/** However it was typed. */
function hashCode(accountId: string, code: string): string {
  return hashToken(`${accountId} ${code.toLowerCase().replaceAll(/[^a-z0-9]/g, "")}`);
}
