import { readCard, type Card, type ChargeFault } from "./card.ts";

export interface ChargeOrder {
  idempotencyKey: string;
  amountMinor: number;
  currency: string;
  orderNumber: number;
  card?: { number: string };
}

export interface RefundOrder {
  idempotencyKey: string;
  reference: string;
  amountMinor: number;
}

/** What the bank has of a charge. `moved` counts how often money was taken: once, or the bank itself is wrong. */
export interface BookedCharge {
  key: string;
  reference: string;
  story: number;
  serial: number;
  orderNumber: number;
  amountMinor: number;
  isDeclined: boolean;
  moved: number;
  /** How often it was asked for, and for which other amounts under the same key. */
  asked: number;
  otherAmounts: number[];
  isPending: boolean;
  fault: ChargeFault;
  refunds: BookedRefund[];
}

export interface BookedRefund {
  key: string;
  amountMinor: number;
  moved: number;
  asked: number;
  otherAmounts: number[];
}

/** The bank's own book: the truth about money that the shop's database is held against. */
export class Book {
  readonly charges = new Map<string, BookedCharge & { card: Card }>();
  private readonly byReference = new Map<string, BookedCharge>();
  private readonly refunds = new Map<string, BookedRefund>();

  /** Notes that a charge arrived; nothing is taken yet. */
  hear(order: ChargeOrder): BookedCharge & { card: Card } {
    let charge = this.charges.get(order.idempotencyKey);
    if (!charge) {
      const card = readCard(order.card?.number ?? "");
      charge = {
        key: order.idempotencyKey,
        reference: `bank_${order.idempotencyKey}`,
        story: card.story,
        serial: card.serial,
        orderNumber: order.orderNumber,
        amountMinor: order.amountMinor,
        isDeclined: card.isDeclined,
        moved: 0,
        asked: 0,
        otherAmounts: [],
        isPending: false,
        fault: card.charge,
        refunds: [],
        card,
      };
      this.charges.set(charge.key, charge);
      this.byReference.set(charge.reference, charge);
    }
    charge.asked += 1;
    if (order.amountMinor !== charge.amountMinor) charge.otherAmounts.push(order.amountMinor);
    return charge;
  }

  /** Takes the money, once a key: a bank that is asked again has taken it already. */
  settle(charge: BookedCharge): void {
    charge.isPending = false;
    if (charge.moved === 0) charge.moved = 1;
  }

  findByReference(reference: string): BookedCharge | undefined {
    return this.byReference.get(reference);
  }

  hearRefund(charge: BookedCharge, order: RefundOrder): BookedRefund {
    let refund = this.refunds.get(order.idempotencyKey);
    if (!refund) {
      refund = { key: order.idempotencyKey, amountMinor: order.amountMinor, moved: 0, asked: 0, otherAmounts: [] };
      this.refunds.set(refund.key, refund);
      charge.refunds.push(refund);
    }
    refund.asked += 1;
    if (order.amountMinor !== refund.amountMinor) refund.otherAmounts.push(order.amountMinor);
    return refund;
  }

  ofStory(story: number): BookedCharge[] {
    return [...this.charges.values()].filter((charge) => charge.story === story);
  }
}
