import type { Database } from "@cartwright/db";
import type { RateLimiterAbstract } from "rate-limiter-flexible";
import type { ServerContext } from "../context.ts";
import { holder } from "./hold.ts";
import { addressKey, emailOf, hashed, keyOf } from "./keys.ts";
import { limiterMaker } from "./limiters.ts";
import { SignInPace } from "./sign-in-pace.ts";
import { limits, writes, type Limit } from "./table.ts";
import { refusalIn, tooMany } from "./too-many.ts";

interface Counter extends Limit {
  limiter: RateLimiterAbstract;
}

/** A call that was let through. */
export interface Admitted {
  /** Told how it ended: what counts failures only gives back what was none. */
  settle(isRight: boolean): Promise<void>;
}

export interface RateLimits {
  /** Whether this call is counted at all; those that are not cost nothing. */
  isLimited(path: string, type: string): boolean;
  /** Keeps who was refused for a moment. */
  hold(): Promise<void>;
  /** Errors: `request.too_many` with `seconds`. */
  admit(ctx: ServerContext, call: { path: string; type: string; input: unknown }): Promise<Admitted>;
}

const signIn = "accounts.signIn";
const settled: Admitted = { settle: async () => {} };

/** Counts what is in the table. One a server. Who is refused is kept waiting for so long (see holder). */
export function openRateLimits(database: Pick<Database, "dialect" | "driver">, { holdMilliseconds = 1_000 } = {}): RateLimits {
  const make = limiterMaker(database);
  const counterOf = (limit: Limit): Counter => ({ ...limit, limiter: make(limit) });
  const byPath = new Map<string, Counter[]>();
  for (const counter of limits.map(counterOf)) for (const path of counter.procedures) byPath.set(path, [...(byPath.get(path) ?? []), counter]);
  const everyWrite = counterOf(writes);
  const pace = new SignInPace(make);

  return {
    hold: holder(holdMilliseconds),
    isLimited: (path, type) => type === "mutation" || byPath.has(path),
    async admit(ctx, { path, type, input }) {
      const isStaff = ctx.core.actor.kind === "staff" || ctx.tokenActor !== null;
      if (type === "mutation" && !isStaff) await consume(everyWrite, addressKey(ctx));
      const counted: { limiter: RateLimiterAbstract; key: string }[] = [];
      for (const counter of byPath.get(path) ?? []) {
        const given = keyOf(counter.by, ctx, input);
        if (given === null) continue;
        const key = counter.isShared ? hashed(given) : given;
        await consume(counter, key);
        if (counter.countsFailures) counted.push({ limiter: counter.limiter, key });
      }
      const email = path === signIn ? emailOf(input) : null;
      const pair = email === null ? null : ([hashed(email), hashed(addressKey(ctx))] as const);
      if (pair) await pace.admit(...pair);
      if (counted.length === 0 && !pair) return settled;
      return {
        async settle(isRight) {
          if (!isRight) return;
          await Promise.all([...counted.map(({ limiter, key }) => limiter.reward(key)), pair ? pace.forget(...pair) : null]);
        },
      };
    },
  };
}

async function consume({ limiter }: Counter, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (thrown) {
    throw tooMany(refusalIn(thrown).msBeforeNext);
  }
}
