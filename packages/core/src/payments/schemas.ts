import { z } from "zod";

/** The ways to pay that a checkout offers. */
export const paymentMethods = ["test_card", "bank_transfer", "cash_on_delivery"] as const;
export const PaymentMethod = z.enum(paymentMethods);
export type PaymentMethod = z.infer<typeof PaymentMethod>;

/** Promises that no gateway is asked for: the money comes later, and staff write down that it came. */
export const paperMethods = ["bank_transfer", "cash_on_delivery"] as const satisfies readonly PaymentMethod[];
export const PaperMethod = z.enum(paperMethods);
export type PaperMethod = z.infer<typeof PaperMethod>;

export function isOnPaper(method: string): method is PaperMethod {
  return (paperMethods as readonly string[]).includes(method);
}

/** What an order that costs nothing is paid by: no gateway is asked, and nobody chooses it. */
export const nothingToPay = "nothing";
export type PaidBy = PaymentMethod | typeof nothingToPay;

export const paymentMethodLabels: Record<PaymentMethod, string> = {
  test_card: "Card (test)",
  bank_transfer: "Bank transfer",
  cash_on_delivery: "Cash on delivery",
};

/** Reasons payments refuse with. */
export const paymentReasons = {
  exceedsTotal: "payment.exceeds_total",
  notPending: "payment.not_pending",
  otherAmount: "payment.other_amount",
} as const;

/** Card numbers that the test gateway knows, and what each does. */
export const testCards = {
  approved: "4242424242424242",
  declined: "4000000000000002",
  failing: "4000000000000119",
  slow: "4000000000003220",
} as const;
