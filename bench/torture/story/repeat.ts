import { setTimeout as pause } from "node:timers/promises";
import type { Answer, Client } from "./client.ts";
import type { KeyedCall, Story } from "./story.ts";

const mostTries = 60;

/** Refusals that ask to be asked again with the same key. */
const passing = new Set(["checkout.in_progress", "checkout.payment_unclear", "idempotency.running"]);
/** Refusals that are no answers to what was asked, and that nobody in a story waits for: the key is free still. */
const notNow = new Set(["cart.placing", "order.payment_running"]);

export function isPassing(answer: Answer | null): boolean {
  return answer === null || answer.status >= 500 || (answer.reason !== null && passing.has(answer.reason));
}

export function isNotNow(answer: Answer | null): boolean {
  return notNow.has(answer?.reason ?? "");
}

/** Sends a call under its key until there is a last word on it, as the shop's own clients do. */
export async function sendUntilAnswered(story: Story, client: Client, procedure: string, input: Record<string, unknown>, note = ""): Promise<KeyedCall> {
  const call: KeyedCall = { client, procedure, input, answers: [], final: null, otherBody: null };
  story.calls.push(call);
  await repeat(call, note);
  return call;
}

/** Goes on with a call that has no last word yet. */
export async function repeat(call: KeyedCall, note: string): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const answer = await call.client.mutate(call.procedure, call.input, `${shortKey(call)}${note && ` ${note}`}`);
    if (answer) call.answers.push(answer);
    if (answer && !isPassing(answer)) {
      call.final = answer;
      return;
    }
    await pause(Math.min(20 * 2 ** tries, 200));
  }
}

function shortKey({ input }: KeyedCall): string {
  return `key ${String(input["idempotencyKey"]).slice(0, 6)}`;
}
