import { sessionStore } from "../../lib/session-store.ts";
import { PlaceOrderInput } from "@cartwright/core/checkout/schemas";

/** A try to order whose answer is not known: asked again with the same key, it can't order twice. */
export type PlaceTry = PlaceOrderInput;

const name = "cartwright.checkout.try";

/** The try that is still unclear, over a reload too. The test card's number is part of what was asked. */
export function readTry(): PlaceTry | null {
  const text = sessionStore.read(name);
  if (!text) return null;
  try {
    const parsed = PlaceOrderInput.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function keepTry(order: PlaceTry): void {
  sessionStore.write(name, JSON.stringify(order));
}

export function forgetTry(): void {
  sessionStore.write(name, null);
}
