import { accounts } from "@cartwright/db";
import type { AccountRole } from "@cartwright/db/constants/accounts";
import { eq } from "drizzle-orm";
import { TOTP } from "otpauth";
import { beginSecondFactor, createAccount, turnOnSecondFactor } from "../accounts/index.ts";
import { permissionsOf } from "../accounts/account-view.ts";
import type { Actor, Permission } from "../kernel/index.ts";
import { as, type TestContext } from "./make-context.ts";

/** The password of everybody that `createPerson` makes. */
export const testPassword = "correct horse battery";

/** Somebody who can sign in, and as an actor. Permissions are for staff. */
export async function createPerson(system: TestContext, role: AccountRole = "customer", permissions: Permission[] | null = null) {
  const email = `${crypto.randomUUID()}@example.com`;
  const { id } = await createAccount(system, { email, name: "Robin Hale", password: testPassword, role });
  await system.db.update(accounts).set({ permissions }).where(eq(accounts.id, id));
  const kind = role === "customer" ? ("customer" as const) : ("staff" as const);
  const actor: Actor = { kind, id, permissions: permissionsOf({ role, permissions }), cartToken: null };
  return { id, email, actor, ctx: as(system, actor) };
}

/** Turns on their second factor; answers with the app's code of any moment, and recovery codes. */
export async function giveSecondFactor(ctx: TestContext, password = testPassword) {
  const { secret } = await beginSecondFactor(ctx, { password });
  const code = () => new TOTP({ secret }).generate({ timestamp: ctx.clock.now().getTime() });
  const { recoveryCodes } = await turnOnSecondFactor(ctx, { code: code() });
  // The code that turned it on was its first use.
  ctx.clock.advanceMinutes(1);
  return { secret, code, recoveryCodes };
}
