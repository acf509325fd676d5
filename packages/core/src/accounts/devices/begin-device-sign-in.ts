import { deviceGrants } from "@cartwright/db";
import { randomInt } from "node:crypto";
import { hashToken, newId, newToken, type Context } from "../../kernel/index.ts";
import { devicePath, devicePollSeconds, type BeginDeviceSignInInput } from "../schemas.ts";
import type { DeviceSignInView } from "../views.ts";

const minutes = 10;
/** RFC 8628, 6.1: consonants, so that no word comes out, and none that is taken for another. */
const letters = "BCDFGHJKLMNPQRSTVWXZ";
const half = 4;

/**
 * A command line asks to be signed in: it shows `userCode`, which its owner types in a browser where they are signed in,
 * and asks with `deviceCode` every `intervalSeconds` whether they have said yes (pollDeviceSignIn). After RFC 8628.
 */
export async function beginDeviceSignIn(ctx: Context, { device }: BeginDeviceSignInInput): Promise<DeviceSignInView> {
  const deviceCode = newToken();
  const userCode = newUserCode();
  const createdAt = ctx.clock.now();
  const expiresAt = new Date(createdAt.getTime() + minutes * 60_000);
  await ctx.db.insert(deviceGrants).values({ id: newId("dev"), deviceHash: hashToken(deviceCode), userCode, device, status: "pending", createdAt, expiresAt });
  return { deviceCode, userCode: shownCode(userCode), path: devicePath, intervalSeconds: devicePollSeconds, expiresAt: expiresAt.toISOString() };
}

/** 34 bits, for ten minutes: a second one with the same letters would be refused by the table. */
function newUserCode(): string {
  return Array.from({ length: 2 * half }, () => letters[randomInt(letters.length)]).join("");
}

export function shownCode(userCode: string): string {
  return `${userCode.slice(0, half)}-${userCode.slice(half)}`;
}
