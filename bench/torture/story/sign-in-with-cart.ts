import { setTimeout as pause } from "node:timers/promises";
import { customerAccount } from "../world/accounts.ts";
import type { Client } from "./client.ts";
import { put, type CartView } from "./put.ts";
import type { Story } from "./story.ts";

/** Signs in with something in the cart, as a customer who has a cart too: nothing of either may be lost (C1). */
export async function signInWithCart(story: Story, client: Client, customer: number): Promise<void> {
  const elsewhere = client.secondTab(`${client.name}*`);
  elsewhere.cookies.clear();
  if (!(await signIn(elsewhere, customer))) return;
  for (const { id } of (await elsewhere.read<CartView>("cart.get")).lines) await elsewhere.mutate("cart.removeLine", { lineId: id });
  await put(elsewhere, story.variantIds[0] ?? "", 1);
  const before = [...(await elsewhere.read<CartView>("cart.get")).lines, ...(await client.read<CartView>("cart.get")).lines];
  const notices = await signIn(client, customer);
  if (!notices || notices.some((notice) => notice.kind === "kept_aside")) return;
  const after = new Set((await client.read<CartView>("cart.get")).lines.map((line) => line.variantId));
  story.merges += 1;
  for (const { variantId, quantity } of before) {
    if (!after.has(variantId)) story.seen.push({ promise: "C1", what: `${client.name} signed in, and ${quantity} of ${variantId} were lost from the cart` });
  }
}

async function signIn(client: Client, customer: number): Promise<{ kind: string }[] | null> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await client.mutate("accounts.signIn", customerAccount(customer));
    if (answer?.status === 200) return (answer.data as { cartNotices: { kind: string }[] }).cartNotices;
    await pause(20);
  }
  return null;
}
