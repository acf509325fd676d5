import { z } from "zod";
import { ZonedMoment } from "../kernel/moment.ts";
import { PageInput } from "../kernel/page.ts";

/** As people read it: upper case. Typed in any case. */
export const CouponCode = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9_-]{3,40}$/, "A code has 3 to 40 letters, digits, hyphens or underscores, such as SPRING10.")
  .toUpperCase();
const Name = z.string().trim().min(1, "Give the name that shoppers see.").max(100);
/** 1000 is 10%. */
const PercentBasisPoints = z.int("Give whole basis points: 1000 is 10%.").min(1, "Take off 0.01% at least.").max(10_000, "A coupon takes off 100% at most.");
/** Minor units of the shop's currency. */
const Amount = z.int("Give the amount in whole minor units: 500 is 5.00.").max(1_000_000_000_000);
const AmountOff = Amount.min(1, "Take off something.");
const Minimum = Amount.min(0, "A minimum is 0 at least.");
const Limit = z.int("Give a whole number.").min(1, "A limit is 1 at least.").max(1_000_000_000);

const oneValue = { path: ["percentBasisPoints"], message: "Give either a percentage or an amount." };

export const CreateCouponInput = z
  .object({
    code: CouponCode,
    name: Name,
    /** Of the goods. Either this or an amount. */
    percentBasisPoints: PercentBasisPoints.optional(),
    amountMinor: AmountOff.optional(),
    /** The value of the goods, before any discount, from which it counts. */
    minimumMinor: Minimum.default(0),
    startsAt: ZonedMoment.nullish(),
    /** It counts until this moment and no longer. */
    endsAt: ZonedMoment.nullish(),
    /** Orders in all. */
    usageLimit: Limit.nullish(),
    usageLimitPerCustomer: Limit.nullish(),
  })
  .refine((input) => (input.percentBasisPoints === undefined) !== (input.amountMinor === undefined), oneValue);
export type CreateCouponInput = z.infer<typeof CreateCouponInput>;
export type CreateCouponDraft = z.input<typeof CreateCouponInput>;

/** Changes what is given; null takes a limit or a date away. The code never changes. */
export const UpdateCouponInput = z
  .object({
    code: CouponCode,
    name: Name.optional(),
    percentBasisPoints: PercentBasisPoints.optional(),
    amountMinor: AmountOff.optional(),
    minimumMinor: Minimum.optional(),
    startsAt: ZonedMoment.nullish(),
    endsAt: ZonedMoment.nullish(),
    usageLimit: Limit.nullish(),
    usageLimitPerCustomer: Limit.nullish(),
  })
  .refine((input) => input.percentBasisPoints === undefined || input.amountMinor === undefined, oneValue);
export type UpdateCouponInput = z.infer<typeof UpdateCouponInput>;

export const CouponInput = z.object({ code: CouponCode });
export type CouponInput = z.infer<typeof CouponInput>;

/** What a coupon is at the moment, the first that fits: archived, past its end, used up, not yet begun, or usable. */
export const couponStates = ["active", "scheduled", "used_up", "expired", "archived"] as const;
export type CouponState = (typeof couponStates)[number];

export const ListCouponsInput = PageInput.extend({
  /** Without one, all that are not archived. */
  state: z.enum(couponStates).optional(),
  /** A part of the code or the name. */
  text: z.string().trim().max(200).optional(),
});
export type ListCouponsInput = z.infer<typeof ListCouponsInput>;

/** Why a code that was entered takes nothing off. A code that was archived is as unknown as one that never was. */
export const couponProblems = ["unknown", "not_started", "ended", "used_up", "used_by_you", "other_currency", "minimum_not_reached"] as const;
export type CouponProblemKind = (typeof couponProblems)[number];

/** Reasons promotions refuse with; the first seven are those of a code that does not count. */
export const couponReasons = {
  unknown: "coupon.not_found",
  not_started: "coupon.not_started",
  ended: "coupon.ended",
  used_up: "coupon.used_up",
  used_by_you: "coupon.used_by_you",
  other_currency: "coupon.other_currency",
  minimum_not_reached: "coupon.minimum_not_reached",
  codeTaken: "coupon.code_taken",
  limitBelowUsed: "coupon.limit_below_used",
  endsBeforeStart: "coupon.ends_before_start",
} as const satisfies Record<CouponProblemKind, string> & Record<string, string>;
