import type { Context } from "../kernel/index.ts";
import { luciaOf } from "./lucia.ts";

/** Ends one session. A token that means nothing is no error: the caller is signed out either way. */
export async function signOut(ctx: Context, input: { token: string }): Promise<void> {
  await luciaOf(ctx.db).invalidateSession(input.token);
}
