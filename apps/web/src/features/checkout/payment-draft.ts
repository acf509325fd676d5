import { PlaceOrderInput } from "@cartwright/core/checkout/schemas";
import type { PaymentMethod } from "@cartwright/core/payments/schemas";
import { parseDecimal, price, type Money } from "../../lib/money.ts";
import type { PlaceTry } from "./kept-try.ts";

/** How it is to be paid, while it is typed. Unlike the rest it is not kept over a reload. */
export interface PaymentDraft {
  method: PaymentMethod | undefined;
  cardNumber: string;
  /** Part of it by transfer, the rest by the method. */
  isSplit: boolean;
  /** What goes by transfer, as typed. */
  transfer: string;
}

export type PaymentErrors = { cardNumber?: string | undefined; transfer?: string | undefined };

/** What is sent for a draft, or what is wrong with it by field. */
export function readPayment(draft: PaymentDraft, total: Money): { order: Omit<PlaceTry, "idempotencyKey"> } | { errors: PaymentErrors } {
  const { method, cardNumber, isSplit } = draft;
  if (total.amountMinor === 0) return parsed({ expectedTotalMinor: 0 });
  if (!method) return { errors: {} };
  const part = { method, ...(method === "test_card" ? { card: { number: cardNumber } } : {}) };
  const expectedTotalMinor = total.amountMinor;
  if (!isSplit || method === "bank_transfer") {
    return parsed({ expectedTotalMinor, paymentMethod: method, ...("card" in part ? { card: part.card } : {}) });
  }
  const transferMinor = readTransfer(draft, total);
  if (transferMinor === null) return { errors: { transfer: `Give an amount below ${price(total)}, such as 10 or 10.50.` } };
  return parsed({
    expectedTotalMinor,
    payments: [
      { method: "bank_transfer", amountMinor: transferMinor },
      { ...part, amountMinor: expectedTotalMinor - transferMinor },
    ],
  });
}

/** Minor units that go by transfer; null while what is typed leaves nothing for one of the two. */
export function readTransfer({ transfer }: PaymentDraft, total: Money): number | null {
  const amountMinor = parseDecimal(transfer.replace(",", "."), total.currency);
  return amountMinor !== null && amountMinor > 0 && amountMinor < total.amountMinor ? amountMinor : null;
}

/** The schema wants a key; the one that counts is made when it is sent. */
const anyKey = "a key that is not sent";

function parsed(order: object): ReturnType<typeof readPayment> {
  const result = PlaceOrderInput.safeParse({ ...order, idempotencyKey: anyKey });
  if (!result.success) return { errors: { cardNumber: result.error.issues[0]?.message } };
  const { idempotencyKey: _, ...input } = result.data;
  return { order: input };
}
