import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "../../../shop/random.ts";
import type { Client } from "../client.ts";
import { sendUntilAnswered } from "../repeat.ts";
import type { KeyedCall, Story } from "../story.ts";

/** What somebody of the staff acts in. */
export interface Scene {
  story: Story;
  client: Client;
  random: Random;
}

export interface OrderView {
  id: string;
  number: number;
  lines: { id: string; quantity: number; quantityShipped: number; quantityCancelled: number }[];
  payments: { id: string; method: string; status: string; amount: { amountMinor: number } }[];
}

/** Under a key of its own; now and then sent twice at once, as by a double click. */
export async function keyed({ story, client, random }: Scene, procedure: string, input: Record<string, unknown>, note = ""): Promise<KeyedCall> {
  const body = { ...input, idempotencyKey: crypto.randomUUID() };
  const sent = [sendUntilAnswered(story, client, procedure, body, note)];
  if (random.chance(0.3)) sent.push(sendUntilAnswered(story, client.secondTab(`${client.name}'`), procedure, body, note));
  const [call] = await Promise.all(sent);
  if (!call) throw new Error("a call was sent above");
  return call;
}

/** Any order of the story, as it was a moment ago; waited for as long as nobody has ordered yet. */
export async function someOrder({ story, client, random }: Scene): Promise<OrderView | null> {
  for (let tries = 0; tries < 10; tries += 1) {
    const { items } = await client.read<{ items: { id: string }[] }>("orders.list", { text: story.prefix, limit: 50 });
    if (items.length > 0) return client.read<OrderView>("orders.get", { order: random.pick(items).id });
    await pause(50);
  }
  return null;
}

/** The same with something on its way or arrived: sent now when nothing was. */
export async function someShippedOrder(scene: Scene): Promise<OrderView | null> {
  const order = await someOrder(scene);
  if (!order || order.lines.some((line) => line.quantityShipped > 0)) return order;
  await keyed(scene, "orders.ship", { order: order.id }, `#${order.number}`);
  return scene.client.read<OrderView>("orders.get", { order: order.id });
}

export function someVariant({ story, random }: Scene): string {
  return random.pick(story.variantIds);
}
