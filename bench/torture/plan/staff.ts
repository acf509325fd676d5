import type { Random } from "../../shop/random.ts";

export interface StaffPlan {
  seed: number;
  acts: { kind: StaffAct; afterMilliseconds: number }[];
}

export const staffActs = [
  "ship",
  "ship_part",
  "deliver",
  "cancel",
  "cancel_part",
  "refund",
  "take_transfer",
  "open_return",
  "receive_return",
  "receive",
  "adjust_up",
  "adjust_down",
  "count",
  "move",
  "arrive",
  "reprice",
] as const;
export type StaffAct = (typeof staffActs)[number];

export function makeStaff(random: Random): StaffPlan {
  const acts = Array.from({ length: random.between(3, 10) }, () => ({ kind: random.pick(staffActs), afterMilliseconds: random.between(0, 120) }));
  return { seed: random.between(1, 1_000_000_000), acts };
}
