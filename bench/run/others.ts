import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** Cores that others may use before a moment does not count as quiet any more. */
export const quietCores = 0.2;

/**
 * What the machine does for others than this run: every figure is as good as the quiet it was taken in. Starts to count;
 * the returned function tells the cores they used since. 0 where the system does not tell.
 */
export function watchOthers(): () => number {
  const [ticks, at] = [othersTicks(), performance.now()];
  return () => Math.max(0, ((othersTicks() - ticks) * 10) / (performance.now() - at));
}

/** Waits for a quiet moment, but no longer than that. */
export async function waitForQuiet(patienceSeconds: number): Promise<void> {
  for (let end = performance.now() + patienceSeconds * 1_000; performance.now() < end; ) {
    const others = watchOthers();
    await pause(700);
    if (others() < quietCores) return;
  }
}

/** Hundredths of a second of all processors, less what this process and its offspring had, and what the kernel did for itself. */
function othersTicks(): number {
  const all = readSafely("/proc/stat").split("\n", 1)[0]?.trim().split(/\s+/).slice(1, 4).map(Number) ?? [];
  if (all.length < 3) return 0;
  const known = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? processOf(Number(name)) : []));
  const own = new Set([process.pid, kernelThreads]);
  // A child has mostly a higher id than its parent, but ids begin anew some day.
  for (let size = 0; size !== own.size; ) {
    size = own.size;
    for (const { pid, parent } of known) if (own.has(parent)) own.add(pid);
  }
  const ours = known.reduce((sum, { pid, ticks }) => sum + (own.has(pid) ? ticks : 0), 0);
  return all.reduce((sum, ticks) => sum + ticks, 0) - ours;
}

/** All kernel threads are children of this process: mostly they write out what we have stored. */
const kernelThreads = 2;

function processOf(pid: number): { pid: number; parent: number; ticks: number }[] {
  const text = readSafely(`/proc/${pid}/stat`);
  // The name in brackets may have spaces. Behind it: parent as the 2nd, own times and those of ended children as 12th to 15th.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ").map(Number);
  const [, parent = 0] = fields;
  return text === "" ? [] : [{ pid, parent, ticks: fields.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0) }];
}

/** Empty when it is gone, or when this system has no such file. */
function readSafely(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
