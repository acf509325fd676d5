import { accountTotp } from "@cartwright/db";
import { and, eq, isNotNull, lt } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import type { Context } from "../../kernel/index.ts";

export type TotpRow = typeof accountTotp.$inferSelect;

/** RFC 6238 as every authenticator app knows it. */
const rule = { algorithm: "SHA1", digits: 6, period: 30 } as const;
/** Of 160 bits, as RFC 4226 wants it. */
const secretBytes = 20;
/** A clock may be one period ahead or behind. */
const window = 1;

export function newTotpSecret(): string {
  return new Secret({ size: secretBytes }).base32;
}

/** What an authenticator app reads out of a QR code. */
export function totpUri(shopName: string, email: string, secret: string): string {
  return new TOTP({ ...rule, issuer: shopName, label: email, secret }).toString();
}

export function sealTotp(ctx: Context, accountId: string, secret: string): string {
  return ctx.ports.secretBox.seal(secret, purposeOf(accountId));
}

/** The period that a code stands for, or null when it is none of these minutes. */
export function periodOf(ctx: Context, { accountId, sealedSecret }: TotpRow, code: string): number | null {
  const totp = new TOTP({ ...rule, secret: ctx.ports.secretBox.open(sealedSecret, purposeOf(accountId)) });
  const timestamp = ctx.clock.now().getTime();
  const delta = totp.validate({ token: code, timestamp, window });
  return delta === null ? null : totp.counter({ timestamp }) + delta;
}

/** The account's second factor that counts. */
export async function findTotp(ctx: Context, accountId: string): Promise<TotpRow | null> {
  const [row] = await ctx.db
    .select()
    .from(accountTotp)
    .where(and(eq(accountTotp.accountId, accountId), isNotNull(accountTotp.confirmedAt)));
  return row ?? null;
}

/** Whether a period's code is taken for the first time: one, and those before it, work once. */
export async function takePeriod(ctx: Context, accountId: string, period: number): Promise<boolean> {
  const taken = await ctx.db
    .update(accountTotp)
    .set({ lastPeriod: period })
    .where(and(eq(accountTotp.accountId, accountId), lt(accountTotp.lastPeriod, period)))
    .returning({ accountId: accountTotp.accountId });
  return taken.length > 0;
}

function purposeOf(accountId: string): string {
  return `totp ${accountId}`;
}
