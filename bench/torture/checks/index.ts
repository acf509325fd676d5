import type { Promised } from "./evidence.ts";
import { carts } from "./c1-carts.ts";
import { events } from "./e1-events.ts";
import { replay } from "./i1-replay.ts";
import { oneOrder } from "./o1-one-order.ts";
import { totals } from "./o2-totals.ts";
import { history } from "./o3-history.ts";
import { chargedOnce } from "./p1-charged-once.ts";
import { couponLimits } from "./p2-coupons.ts";
import { ledger } from "./s1-ledger.ts";
import { holds } from "./s2-holds.ts";
import { oversell } from "./s3-oversell.ts";
import { toldTruth } from "./told.ts";

export type { Evidence, Finding, Promised } from "./evidence.ts";

/** In the order in which they are printed. */
export const promises: readonly Promised[] = [ledger, holds, oversell, oneOrder, totals, history, chargedOnce, couponLimits, events, carts, replay, toldTruth];
