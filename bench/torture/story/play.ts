import type { Evidence } from "../checks/evidence.ts";
import { gather } from "../checks/gather.ts";
import { promises } from "../checks/index.ts";
import { makePlan } from "../plan/plan.ts";
import type { World } from "../world/open-world.ts";
import { askAgain } from "./ask-again.ts";
import { playBuyer } from "./buyer.ts";
import { playNews } from "./news.ts";
import { setTheScene } from "./set-the-scene.ts";
import { settle } from "./settle.ts";
import { playStaff } from "./staff.ts";
import type { Story } from "./story.ts";
import { countFault, underFire } from "./under-fire.ts";

export interface Outcome {
  seed: number;
  broken: { promise: string; what: string }[];
  /** By promise: how many things were looked at. */
  looked: Record<string, number>;
  counts: { orders: number; charges: number; refunds: number; kills: number; keys: number };
  faults: Record<string, number>;
  durationMs: number;
  story: Story;
}

/** One seed from its goods to the verdict. */
export async function play(world: World, seed: number, session: string): Promise<Outcome> {
  const startedAt = performance.now();
  const { slots } = world;
  const plan = makePlan(seed, slots.length);
  const story = await setTheScene(world, plan, session);
  const faults = await underFire(world, story, () =>
    allOf(story, [
      ...plan.buyers.map((buyer, index) => playBuyer(story, buyer, `b${index + 1}`, slots)),
      ...plan.staff.map((staff, index) => playStaff(story, staff, `staff${index + 1}`, slots, session)),
      ...plan.news.map((batches, index) => playNews(story, batches, index, slots)),
    ]),
  );
  const stuck = await settle(world, story);
  await askAgain(story);
  // Sending keys again begins nothing new; what is stuck already has been waited for.
  if (stuck.length === 0) stuck.push(...(await settle(world, story)));
  const evidence = await gather(world, story, session);
  const book = evidence.told?.book ?? [];
  for (const charge of book) if (charge.fault !== "none") countFault(faults.byKind, `bank ${charge.fault}`);
  const verdict = await judge(evidence);
  const unsettled = stuck.map((what) => ({ promise: "Q1", what: `still under way after the patience: ${what}` }));
  return {
    seed,
    broken: [...story.seen, ...unsettled, ...verdict.broken],
    looked: verdict.looked,
    counts: { ...countMoney(book), orders: new Set(story.orderNumbers).size, kills: faults.kills, keys: story.calls.length },
    faults: faults.byKind,
    durationMs: Math.round(performance.now() - startedAt),
    story,
  };
}

/** Somebody who can't go on, because nobody answers or a read is refused, has found something. */
async function allOf(story: Story, actors: readonly Promise<void>[]): Promise<void> {
  for (const end of await Promise.allSettled(actors)) {
    if (end.status === "rejected") story.seen.push({ promise: "T1", what: String(end.reason) });
  }
}

async function judge(evidence: Evidence): Promise<Pick<Outcome, "broken" | "looked">> {
  const verdict: Pick<Outcome, "broken" | "looked"> = { broken: [], looked: {} };
  for (const { name, check } of promises) {
    const { looked, broken } = await check(evidence);
    verdict.looked[name] = looked;
    verdict.broken.push(...broken.map((what) => ({ promise: name, what })));
  }
  return verdict;
}

function countMoney(book: NonNullable<Evidence["told"]>["book"]) {
  return {
    charges: book.filter((charge) => charge.moved > 0).length,
    refunds: book.reduce((sum, charge) => sum + charge.refunds.filter((refund) => refund.moved > 0).length, 0),
  };
}
