import { setTimeout as pause } from "node:timers/promises";
import { Random } from "../../shop/random.ts";
import type { Slot } from "../world/servers.ts";
import { Client } from "./client.ts";
import type { BuyerPlan, PaymentPlan, RoundPlan } from "../plan/buyer.ts";
import { put, type CartView } from "./put.ts";
import { signInWithCart } from "./sign-in-with-cart.ts";
import { nameOf, payWith } from "./pay-with.ts";
import { sendUntilAnswered } from "./repeat.ts";
import type { KeyedCall, Story } from "./story.ts";

const address = { name: "Robin Hale", line1: "Lindenweg 4", postcode: "10115", city: "Berlin", country: "DE" };

interface CheckoutView {
  cart: CartView;
  totals: { total: { amountMinor: number } };
}

/** A buyer who follows the plan, and like a browser repeats what got no answer. */
export async function playBuyer(story: Story, plan: BuyerPlan, name: string, slots: readonly Slot[]): Promise<void> {
  const random = new Random(plan.seed);
  const client = new Client(name, slots, random, story.log);
  await pause(plan.startsAfterMilliseconds);
  const email = `${story.prefix}${plan.mailbox}@example.com`;
  for (const [index, round] of plan.rounds.entries()) {
    const signsInAs = index === 0 ? plan.customer : null;
    await playRound(story, client, round, { random, email, signsInAs });
  }
}

interface Person {
  random: Random;
  email: string;
  signsInAs: number | null;
}

async function playRound(story: Story, client: Client, round: RoundPlan, { random, email, signsInAs }: Person): Promise<void> {
  for (const line of round.lines) await put(client, story.variantIds[line.variant] ?? "", line.quantity);
  if (signsInAs !== null) await signInWithCart(story, client, signsInAs);
  if (round.change) await change(client, round.change);
  if (round.coupon) await client.mutate("cart.applyCoupon", { code: round.coupon }, round.coupon);
  const isReady = await tellAddress(client, email);
  if (!isReady) return;
  if (round.holds) await client.mutate("checkout.hold", {});
  if (round.givesUp) return;
  const calls = await placeInTabs(story, client, round, random);
  const isRefused = calls.every((call) => call.final?.status === 402);
  if (isRefused && round.thenPays) calls.push(await place(story, client, await agree(client, round.thenPays), round.thenPays));
  for (const call of calls) await noteOrder(story, call, round.looks);
}

async function change(client: Client, { line, quantity }: { line: number; quantity: number }): Promise<void> {
  const { lines } = await client.read<CartView>("cart.get");
  const lineId = lines[line]?.id;
  if (lineId === undefined) return;
  if (quantity === 0) await client.mutate("cart.removeLine", { lineId });
  else await client.mutate("cart.updateLine", { lineId, quantity }, `to ${quantity}`);
}

async function tellAddress(client: Client, email: string): Promise<boolean> {
  const input = { email, shippingAddress: address, shippingMethod: "standard" };
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await client.mutate("checkout.update", input);
    if (answer && answer.status < 500) return answer.status === 200;
    await pause(20);
  }
  return false;
}

async function placeInTabs(story: Story, client: Client, round: RoundPlan, random: Random): Promise<KeyedCall[]> {
  const input = await agree(client, round.pays);
  const otherInput = round.secondTab === "other_key" ? await agree(client, round.pays) : input;
  const placing = [place(story, client, input, round.pays)];
  if (round.secondTab !== "none") placing.push(place(story, client.secondTab(`${client.name}'`), otherInput, round.pays));
  if (round.addsMeanwhile) {
    await pause(random.between(0, 30));
    await client.secondTab(`${client.name}"`).mutate("cart.addLine", { variantId: random.pick(story.variantIds), quantity: 1 }, "meanwhile");
  }
  return Promise.all(placing);
}

/** What is sent by who agrees to the total of this moment, under a key of its own. */
async function agree(client: Client, pays: PaymentPlan): Promise<Record<string, unknown>> {
  const { totals } = await client.read<CheckoutView>("checkout.get");
  const totalMinor = totals.total.amountMinor;
  return { idempotencyKey: crypto.randomUUID(), expectedTotalMinor: totalMinor, ...payWith(pays, totalMinor) };
}

function place(story: Story, client: Client, input: Record<string, unknown>, pays: PaymentPlan): Promise<KeyedCall> {
  return sendUntilAnswered(story, client, "checkout.place", input, nameOf(pays));
}

async function noteOrder(story: Story, { client, final }: KeyedCall, looks: boolean): Promise<void> {
  if (final?.status !== 200) return;
  const { orderNumber, accessToken } = final.data as { orderNumber: number; accessToken: string };
  story.orderNumbers.push(orderNumber);
  if (!looks) return;
  const seen = await client.read<{ number: number }>("orders.getByToken", { token: accessToken });
  if (seen.number !== orderNumber) story.seen.push({ promise: "O1", what: `the link to order ${orderNumber} opens order ${seen.number}` });
}
