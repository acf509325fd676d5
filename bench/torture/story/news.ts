import { setTimeout as pause } from "node:timers/promises";
import { Random } from "../../shop/random.ts";
import type { Slot } from "../world/servers.ts";
import type { Story } from "./story.ts";

/** Writes numbered events of one subject into the outbox, one batch after the other, at whichever server is up. */
export async function playNews(story: Story, batches: readonly number[], index: number, slots: readonly Slot[]): Promise<void> {
  const random = new Random(story.plan.seed * 31 + index);
  const subject = `${newsPrefix(story)}${index + 1}`;
  let number = 0;
  for (const size of batches) {
    const numbers = Array.from({ length: size }, () => (number += 1));
    await random.pick(slots).emit(subject, numbers);
    await pause(random.between(0, 60));
  }
}

/** Begins the subject of every event that a story's news are about. */
export function newsPrefix({ plan }: Pick<Story, "plan">): string {
  return `torture-${plan.seed}-`;
}
