import { setTimeout as pause } from "node:timers/promises";

const mostHeld = 500;

/**
 * Keeps who is refused waiting for a moment, so that a program that asks again at once gets through a few tries a second on
 * each of its connections and not hundreds. Beyond so many at once nobody is kept: they would fill the memory.
 */
export function holder(milliseconds: number): () => Promise<void> {
  let held = 0;
  return async () => {
    if (milliseconds === 0 || held >= mostHeld) return;
    held += 1;
    try {
      await pause(milliseconds);
    } finally {
      held -= 1;
    }
  };
}
