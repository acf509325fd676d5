import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "./client.ts";

export interface CartView {
  lines: { id: string; variantId: string; quantity: number }[];
}

/** Nobody knows whether an addition without an answer was made: look into the cart. */
export async function put(client: Client, variantId: string, quantity: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await client.mutate("cart.addLine", { variantId, quantity }, `${quantity} of ${variantId.slice(-4)}`);
    if (answer && answer.status < 500) return;
    await pause(20);
    const cart = await client.read<CartView>("cart.get");
    if (cart.lines.some((line) => line.variantId === variantId)) return;
  }
}
