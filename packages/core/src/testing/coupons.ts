import type { Context } from "../kernel/index.ts";
import { createCoupon } from "../promotions/index.ts";
import { CreateCouponInput, type CreateCouponDraft } from "../promotions/schemas.ts";
import { anAdmin, as } from "./make-context.ts";

/** 10% off for everybody and for ever, unless the test says otherwise. */
export function createCouponOf(ctx: Context, given: Partial<CreateCouponDraft> = {}) {
  const value = "amountMinor" in given ? {} : { percentBasisPoints: 1_000 };
  const code = `TEST-${crypto.randomUUID().slice(0, 8)}`;
  return createCoupon(as(ctx, anAdmin()), CreateCouponInput.parse({ code, name: "A test", ...value, ...given }));
}
