import type { ChargeRequest, GatewayOutcome, PaymentGateway } from "@cartwright/core/payments";
import { testCards } from "@cartwright/core/payments/schemas";
import { setTimeout as pause } from "node:timers/promises";
import { openBook } from "./test-gateway-book.ts";

const slowMilliseconds = 4_000;

/**
 * A gateway to try the shop with: the card number decides whether it approves, declines, fails or is slow.
 * Its book is a file of its own, so that it remembers what it took when the shop's server was killed.
 */
export function testGateway(bookPath: string): PaymentGateway {
  const book = openBook(bookPath);
  return {
    async charge(request) {
      const known = book.findCharge(request.idempotencyKey);
      if (known) return known;
      const number = request.card?.number;
      if (number === testCards.failing) throw new Error("the test gateway failed, as its card says");
      if (number === testCards.slow) await pause(slowMilliseconds);
      const outcome = decide(request);
      book.write({ kind: "charge", key: request.idempotencyKey, outcome, amountMinor: request.amount.amountMinor });
      return outcome;
    },
    async find(idempotencyKey) {
      return book.findCharge(idempotencyKey);
    },
    async refund(request) {
      const known = book.findRefund(request.idempotencyKey);
      if (known) return known;
      const answer = { reference: `test_refund_${request.idempotencyKey}` };
      book.write({ kind: "refund", key: request.idempotencyKey, ...answer, amountMinor: request.amount.amountMinor });
      return answer;
    },
  };
}

function decide({ idempotencyKey, card }: ChargeRequest): GatewayOutcome {
  const reference = `test_${idempotencyKey}`;
  if (card?.number === testCards.declined) return { status: "declined", reference, reason: "the card has insufficient funds" };
  if (card?.number === testCards.approved || card?.number === testCards.slow) return { status: "captured", reference };
  return { status: "declined", reference, reason: "this is not one of the test cards" };
}
