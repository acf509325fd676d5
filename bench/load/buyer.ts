import type { ShopFacts } from "../shop/facts.ts";

/** What a buyer was told in the end. */
export interface Told {
  status: number;
  /** The shop's reason for a refusal; null for an order, and for an answer that gives none. */
  reason: string | null;
  milliseconds: number;
}

interface Answer {
  status: number;
  data: { totals?: { total: { amountMinor: number } } } | null;
  reason: string | null;
}

/** A guest with a browser of their own, who wants one unit. */
export class Buyer {
  private cookie = "";
  private totalMinor = 0;

  constructor(
    private readonly url: string,
    private readonly wish: { variantId: string; facts: ShopFacts; email: string },
  ) {}

  /** Up to the last button; null when all went well. */
  async fillIn({ isHolding }: { isHolding: boolean }): Promise<Told | null> {
    const { variantId, facts, email } = this.wish;
    const startedAt = performance.now();
    const added = await this.change("cart.addLine", { variantId, quantity: 1 });
    if (added.status !== 200) return told(added, startedAt);
    const held = isHolding ? await this.change("checkout.hold", {}) : added;
    if (held.status !== 200) return told(held, startedAt);
    const updated = await this.change("checkout.update", { email, shippingAddress: facts.address, shippingMethod: facts.shippingMethod });
    this.totalMinor = updated.data?.totals?.total.amountMinor ?? 0;
    return updated.status === 200 ? null : told(updated, startedAt);
  }

  async place(): Promise<Told> {
    const startedAt = performance.now();
    const order = { idempotencyKey: crypto.randomUUID(), expectedTotalMinor: this.totalMinor, paymentMethod: "test_card", card: { number: "4242424242424242" } };
    return told(await this.change("checkout.place", order), startedAt);
  }

  private async change(procedure: string, input: unknown): Promise<Answer> {
    const headers = { "content-type": "application/json", "idempotency-key": crypto.randomUUID(), cookie: this.cookie };
    const response = await fetch(`${this.url}/api/trpc/${procedure}`, { method: "POST", headers, body: JSON.stringify(input) });
    this.cookie ||= response.headers.get("set-cookie")?.split(";")[0] ?? "";
    const body = (await response.json()) as { result?: { data: Answer["data"] }; error?: { data?: { reason?: string } } };
    return { status: response.status, data: body.result?.data ?? null, reason: body.error?.data?.reason ?? null };
  }
}

function told({ status, reason }: Answer, startedAt: number): Told {
  return { status, reason, milliseconds: performance.now() - startedAt };
}
