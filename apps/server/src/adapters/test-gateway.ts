import type { ChargeRequest, GatewayOutcome, PaymentGateway } from "@cartwright/core/payments";
import { testCards } from "@cartwright/core/payments/schemas";
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const slowMilliseconds = 4_000;

type Entry = { kind: "charge"; key: string; outcome: GatewayOutcome; amountMinor: number } | { kind: "refund"; key: string; reference: string; amountMinor: number };

/**
 * A gateway to try the shop with: the card number decides whether it approves, declines, fails or is slow.
 * Its book is a file of its own, so that it remembers what it took when the shop's server was killed.
 */
export function testGateway(bookPath: string): PaymentGateway {
  const charges = new Map<string, GatewayOutcome>();
  const refunds = new Map<string, { reference: string }>();
  for (const entry of readBook(bookPath)) {
    if (entry.kind === "charge") charges.set(entry.key, entry.outcome);
    else refunds.set(entry.key, { reference: entry.reference });
  }
  const write = (entry: Entry) => appendFileSync(bookPath, `${JSON.stringify(entry)}\n`);
  return {
    async charge(request) {
      const known = charges.get(request.idempotencyKey);
      if (known) return known;
      const number = request.card?.number;
      if (number === testCards.failing) throw new Error("the test gateway failed, as its card says");
      if (number === testCards.slow) await pause(slowMilliseconds);
      const outcome = decide(request);
      charges.set(request.idempotencyKey, outcome);
      write({ kind: "charge", key: request.idempotencyKey, outcome, amountMinor: request.amount.amountMinor });
      return outcome;
    },
    async find(idempotencyKey) {
      return charges.get(idempotencyKey) ?? null;
    },
    async refund(request) {
      const known = refunds.get(request.idempotencyKey);
      if (known) return known;
      const answer = { reference: `test_refund_${request.idempotencyKey}` };
      refunds.set(request.idempotencyKey, answer);
      write({ kind: "refund", key: request.idempotencyKey, ...answer, amountMinor: request.amount.amountMinor });
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

function readBook(path: string): Entry[] {
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").split("\n");
  // The last line may be cut short by a kill: what was not written whole was not answered either.
  return lines.flatMap((line) => (line.endsWith("}") ? [JSON.parse(line) as Entry] : []));
}
