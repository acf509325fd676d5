import type { Random } from "../../shop/random.ts";
import { faultPoints, type FaultOrder } from "../world/faults.ts";

/** A server dies (or waits) when it comes to a named step, or dies at some instant. */
export type KillPlan = { server: number } & ({ order: FaultOrder } | { afterMilliseconds: number });

export function makeKills(random: Random, servers: number): KillPlan[] {
  if (random.chance(0.2)) return [];
  if (random.chance(0.1)) return powerCut(random, servers);
  return Array.from({ length: random.chance(0.4) ? 1 : random.between(2, 3) }, (): KillPlan => {
    const server = random.between(0, servers - 1);
    if (random.chance(0.25)) return { server, afterMilliseconds: random.between(20, 500) };
    const order: FaultOrder = { point: random.pick(faultPoints), nth: random.between(1, 3) };
    return { server, order: random.chance(0.15) ? { ...order, pauseMilliseconds: random.between(50, 1_200) } : order };
  });
}

/** All of them at the same instant. */
function powerCut(random: Random, servers: number): KillPlan[] {
  const afterMilliseconds = random.between(50, 400);
  return Array.from({ length: servers }, (_, server) => ({ server, afterMilliseconds }));
}
