const baseMilliseconds = 1_000;
const mostMilliseconds = 600_000;

/**
 * How long to wait after so many failed attempts: anything up to 1 s, 2 s, 4 s … 10 min. Full jitter, so that what
 * failed together does not come back together.
 */
export function backoffMilliseconds(attempts: number, random = Math.random()): number {
  return Math.floor(random * Math.min(mostMilliseconds, baseMilliseconds * 2 ** (attempts - 1)));
}
