import { availableParallelism } from "node:os";
import { DomainError } from "../kernel/index.ts";
import { accountReasons } from "./schemas.ts";

/** Waiting for longer than a second or two is no sign-in, and each that waits holds a request open. */
const mostWaiting = 100;

/**
 * Lets so many pieces of heavy work run at once, the others wait in a row, and what comes when that is full is refused.
 * Hashing takes a core for 20 ms and one of the four threads that files and addresses are read with, too.
 */
export class HashQueue {
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(
    readonly most: number,
    readonly mostWaiting: number,
  ) {}

  /** Errors: `accounts.busy`. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.#enter();
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }

  /** Whoever leaves hands the place on, so that nobody who comes in between takes it. */
  async #enter(): Promise<void> {
    if (this.#running < this.most) {
      this.#running += 1;
      return;
    }
    if (this.#waiting.length >= this.mostWaiting) {
      throw new DomainError("unavailable", accountReasons.busy, "Too many people are signing in at this moment. Try again in a few seconds.", {}, undefined, true);
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}

/** That of this process. Half of the cores stay with the shop, and threads with its files. */
export const hashQueue = new HashQueue(Math.min(Math.max(Math.floor(availableParallelism() / 2), 1), 3), mostWaiting);
