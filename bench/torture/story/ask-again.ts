import { setTimeout as pause } from "node:timers/promises";
import { isNotNow, isPassing, repeat } from "./repeat.ts";
import type { KeyedCall, Story } from "./story.ts";

const mostTries = 20;
const mostOtherBodies = 6;

/** When all is over: what got no last word is asked for it, every key is sent once more, and some with another body. */
export async function askAgain(story: Story): Promise<void> {
  await Promise.all(story.calls.filter((call) => call.final === null).map((call) => repeat(call, "again")));
  const settled = story.calls.filter((call) => call.final !== null && !isNotNow(call.final));
  await Promise.all(settled.map(replay));
  const done = settled.filter((call) => call.final?.status === 200).slice(0, mostOtherBodies);
  await Promise.all(done.map(sendOtherBody));
}

async function replay(call: KeyedCall): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const answer = await call.client.mutate(call.procedure, call.input, "replay");
    if (answer && !isPassing(answer)) return void call.answers.push(answer);
    await pause(50);
  }
}

async function sendOtherBody(call: KeyedCall): Promise<void> {
  call.otherBody = await call.client.mutate(call.procedure, otherThan(call.input), "with another body");
}

/** The same wish with one value changed, still of the right form. */
function otherThan(input: Record<string, unknown>): Record<string, unknown> {
  if (typeof input["expectedTotalMinor"] === "number") return { ...input, expectedTotalMinor: input["expectedTotalMinor"] + 1, ...singlePayment(input) };
  if (typeof input["quantity"] === "number") return { ...input, quantity: input["quantity"] + 1 };
  if (typeof input["by"] === "number") return { ...input, by: input["by"] > 0 ? input["by"] + 1 : input["by"] - 1 };
  for (const field of ["order", "transfer", "count", "return", "from", "location"]) {
    if (typeof input[field] === "string") return { ...input, [field]: `${input[field]}x` };
  }
  throw new Error(`nothing of ${JSON.stringify(input)} can be changed`);
}

/** Parts have to come to the total: another total is paid in one. */
function singlePayment(input: Record<string, unknown>): Record<string, unknown> {
  return input["payments"] === undefined ? {} : { payments: undefined, paymentMethod: "cash_on_delivery" };
}
