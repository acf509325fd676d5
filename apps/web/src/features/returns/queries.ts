import type { Inputs, Outputs } from "../../lib/trpc.ts";

/** How a buyer shows that an order is theirs. */
export type OrderAccess = Inputs["returns"]["ofOrder"]["access"];
export type OrderReturnsView = Outputs["returns"]["ofOrder"];
export type ReturnView = OrderReturnsView["returns"][number];
export type ReturnableLine = OrderReturnsView["returnable"][number];
