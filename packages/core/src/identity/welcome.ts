import type { SessionView } from "../accounts/views.ts";
import { mergeCarts } from "../cart/index.ts";
import type { Context } from "../kernel/index.ts";
import { claimOrders } from "./claim-orders.ts";
import type { SignedInView } from "./views.ts";

/** What every way to sign in ends with: the cart that was there before joins, and orders that were made as a guest are theirs. */
export async function welcome(ctx: Context, session: SessionView): Promise<SignedInView> {
  const { cartToken } = ctx.actor;
  const accountId = session.account.id;
  const cartNotices = cartToken ? await mergeCarts(ctx, { cartToken, accountId }) : [];
  await claimOrders(ctx, accountId);
  return { ...session, cartNotices };
}
