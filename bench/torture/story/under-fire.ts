import type { KillPlan } from "../plan/kills.ts";
import type { World } from "../world/open-world.ts";
import type { Story } from "./story.ts";

/** What was inflicted on the servers, by kind. */
export interface Faults {
  kills: number;
  byKind: Record<string, number>;
}

/** Has the servers suffer what is planned while the work goes on; afterwards all of them are up again and left in peace. */
export async function underFire(world: World, story: Story, work: () => Promise<unknown>): Promise<Faults> {
  const { slots } = world;
  const { kills } = story.plan;
  const faults: Faults = { kills: 0, byKind: {} };
  const killsBefore = killsOf(world);
  for (const slot of slots) {
    slot.onNews = (news) => {
      story.log.add(slot.name, news);
      if (!news.startsWith("log ")) countFault(faults.byKind, news.replace(/ \d+$/, ""));
    };
  }
  await arm(world, kills);
  const timers = kills.flatMap((kill) => ("afterMilliseconds" in kill ? [setTimeout(() => slots[kill.server]?.kill(), kill.afterMilliseconds)] : []));
  await work();
  for (const timer of timers) clearTimeout(timer);
  await Promise.all(slots.map((slot) => slot.ready()));
  await arm(world, []);
  faults.kills = killsOf(world) - killsBefore;
  return faults;
}

export function countFault(counts: Record<string, number>, kind: string): void {
  counts[kind] = (counts[kind] ?? 0) + 1;
}

async function arm({ slots }: World, kills: readonly KillPlan[]): Promise<void> {
  const ordersOf = (server: number) => kills.flatMap((kill) => ("order" in kill && kill.server === server ? [kill.order] : []));
  await Promise.all(slots.map((slot, index) => slot.arm(ordersOf(index))));
}

function killsOf({ slots }: World): number {
  return slots.reduce((sum, slot) => sum + slot.kills, 0);
}
