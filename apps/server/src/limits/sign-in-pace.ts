import type { RateLimiterAbstract } from "rate-limiter-flexible";
import type { LimiterOptions } from "./limiters.ts";
import { refusalIn, tooMany } from "./too-many.ts";

const day = 86_400;
const hour = 3_600;
/** Wrong passwords for one account from one address that cost nothing but the time to type them. */
export const freeTries = 5;
/** Tries for one account from everywhere, in an hour, from which on each address has only the first for free. */
export const triesOfAccount = 50;
const longestSeconds = 900;

/** Seconds until the next try, after so many beyond the free ones: 2, 4, 8 … a quarter of an hour. */
export function delaySeconds(beyond: number): number {
  return Math.min(2 ** (beyond + 1), longestSeconds);
}

/**
 * Growing delays for one account **and** address together, so that nobody locks an owner out from elsewhere. While an
 * account is guessed at from everywhere, every address still has its first try, and the owner needs no more than that.
 * Tries count before they are answered, or many at once would all pass; a right password takes them back.
 */
export class SignInPace {
  readonly #tries: RateLimiterAbstract;
  readonly #gate: RateLimiterAbstract;
  readonly #account: RateLimiterAbstract;

  constructor(make: (options: LimiterOptions) => RateLimiterAbstract) {
    const many = 1_000_000_000;
    this.#tries = make({ name: "sign-in-tries", points: many, seconds: day, isShared: true });
    this.#gate = make({ name: "sign-in-gate", points: 1, seconds: 1, isShared: true });
    this.#account = make({ name: "sign-in-account", points: many, seconds: hour, isShared: true });
  }

  /** Errors: `request.too_many` with `seconds`. */
  async admit(account: string, address: string): Promise<void> {
    const pair = `${account} ${address}`;
    const [{ consumedPoints: tries }, { consumedPoints: ofAccount }] = await Promise.all([this.#tries.consume(pair), this.#account.consume(account)]);
    const free = ofAccount > triesOfAccount ? 1 : freeTries;
    if (tries < free) return;
    // The last free try opens the gate behind it; each one that comes through shuts it for longer.
    const customDuration = ofAccount > triesOfAccount ? longestSeconds : delaySeconds(tries - free);
    await this.#gate.consume(pair, 1, { customDuration }).catch((thrown: unknown) => {
      throw tooMany(refusalIn(thrown).msBeforeNext);
    });
  }

  /** The password was right: what was tried before is forgotten. */
  async forget(account: string, address: string): Promise<void> {
    const pair = `${account} ${address}`;
    await Promise.all([this.#tries.delete(pair), this.#gate.delete(pair), this.#account.reward(account)]);
  }
}
