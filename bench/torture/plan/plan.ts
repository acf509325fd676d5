import { Random } from "../../shop/random.ts";
import { CardDrawer } from "./cards.ts";
import { makeBuyer, type BuyerPlan } from "./buyer.ts";
import { makeKills, type KillPlan } from "./kills.ts";
import { makeStaff, type StaffPlan } from "./staff.ts";

/** Everything a seed decides. What it can't decide is the order in which the system lets things happen. */
export interface Plan {
  seed: number;
  variants: VariantPlan[];
  coupons: CouponPlan[];
  buyers: BuyerPlan[];
  staff: StaffPlan[];
  /** Events that are written into the outbox meanwhile, a list for each subject: how many at a time. */
  news: number[][];
  kills: KillPlan[];
}

export interface VariantPlan {
  priceMinor: number;
  /** Units by the code of their location. */
  stock: { location: LocationCode; quantity: number }[];
  /** What may be promised at the first location beyond what is there. */
  backorderLimit: number;
}

/** With limits that the story's buyers can run into. */
export interface CouponPlan {
  code: string;
  name: string;
  percentBasisPoints?: number;
  amountMinor?: number;
  usageLimit?: number;
  usageLimitPerCustomer?: number;
}

/** Every story's goods lie at the same two locations; the first serves first. */
export const locationCodes = ["main", "annex"] as const;
export type LocationCode = (typeof locationCodes)[number];

export function makePlan(seed: number, servers: number): Plan {
  const random = new Random(seed * 7_919 + 17);
  const variants = Array.from({ length: random.between(1, 4) }, () => makeVariant(random));
  const cards = new CardDrawer(random, seed);
  const coupons = Array.from({ length: random.chance(0.6) ? random.between(1, 2) : 0 }, (_, index) => makeCoupon(random, `T${seed}-${index + 1}`));
  const count = random.between(8, 24);
  const offer = { variants: variants.length, coupons: coupons.map((coupon) => coupon.code), cards, mailboxes: count };
  const buyers = Array.from({ length: count }, () => makeBuyer(random, offer));
  for (const customer of [1, 2]) if (random.chance(0.4)) random.pick(buyers).customer = customer;
  const staff = Array.from({ length: random.between(1, 2) }, () => makeStaff(random));
  const news = Array.from({ length: random.between(1, 3) }, () => Array.from({ length: random.between(1, 4) }, () => random.between(1, 4)));
  return { seed, variants, coupons, buyers, staff, news, kills: makeKills(random, servers) };
}

function makeVariant(random: Random): VariantPlan {
  const quantity = random.chance(0.15) ? random.between(30, 60) : random.between(1, 12);
  const atAnnex = random.chance(0.4) ? random.between(0, quantity) : 0;
  return {
    priceMinor: random.between(1, 20_000),
    stock: [
      { location: "main" as const, quantity: quantity - atAnnex },
      { location: "annex" as const, quantity: atAnnex },
    ].filter((part) => part.quantity > 0),
    backorderLimit: random.chance(0.15) ? random.between(1, 3) : 0,
  };
}

function makeCoupon(random: Random, code: string): CouponPlan {
  return {
    code,
    name: "Torture",
    ...(random.chance(0.5) ? { percentBasisPoints: random.between(1, 10_000) } : { amountMinor: random.between(1, 5_000) }),
    ...(random.chance(0.8) ? { usageLimit: random.between(1, 4) } : {}),
    ...(random.chance(0.5) ? { usageLimitPerCustomer: 1 } : {}),
  };
}
