import { z } from "zod";

/** The ways to pay that a checkout offers. */
export const paymentMethods = ["test_card", "cash_on_delivery"] as const;
export const PaymentMethod = z.enum(paymentMethods);
export type PaymentMethod = z.infer<typeof PaymentMethod>;

export const paymentMethodLabels: Record<PaymentMethod, string> = {
  test_card: "Card (test)",
  cash_on_delivery: "Cash on delivery",
};

/** Card numbers that the test gateway knows, and what each does. */
export const testCards = {
  approved: "4242424242424242",
  declined: "4000000000000002",
  failing: "4000000000000119",
  slow: "4000000000003220",
} as const;
