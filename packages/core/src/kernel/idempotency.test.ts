import { counters, dialect } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { aCustomer, as, makeContext, type TestContext } from "../testing/index.ts";
import { nextNumber } from "./counters.ts";
import { DomainError, notNow, type ErrorCode } from "./errors.ts";
import { keepRefusal, readClaim } from "./idempotency.ts";
import { onceByKey } from "./once-by-key.ts";

const database = useDatabase();
let ctx: TestContext;
let runs = 0;
const count = async () => ({ run: (runs += 1) });
const refuse = async (): Promise<never> => {
  throw new DomainError("conflict", "test.sold_out", `Sold out, the ${(runs += 1)}. time.`, { left: 0, fields: { b: 1, a: undefined } });
};
const aCall = (body: unknown = { b: 1, a: [2] }) => ({ procedure: "test.count", key: crypto.randomUUID(), body });

/** What a refusal comes to on the wire. */
async function toldBy(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DomainError);
  const { code, reason, message, details } = error as DomainError;
  return JSON.stringify({ code, reason, message, details });
}

beforeEach(() => {
  ctx = makeContext(database.db);
  runs = 0;
});

describe("an answer", () => {
  it("comes back byte for byte, also to twins that run at once", async () => {
    const call = aCall();
    const answers = await Promise.all(Array.from({ length: 5 }, () => onceByKey(ctx, call, count)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify({ run: 1 })]));
  });

  it("of a verb that says nothing is nothing again", async () => {
    const call = aCall();
    const silent = async () => void (runs += 1);
    expect([await onceByKey(ctx, call, silent), await onceByKey(ctx, call, silent), runs]).toEqual([undefined, undefined, 1]);
  });

  it("belongs to its actor and its procedure", async () => {
    const call = aCall();
    await onceByKey(ctx, call, count);
    await onceByKey(as(ctx, aCustomer("acc_other")), call, count);
    await onceByKey(ctx, { ...call, procedure: "test.other" }, count);
    expect(runs).toBe(3);
  });

  it("is not given for another body", async () => {
    const call = aCall({ quantity: 1 });
    await onceByKey(ctx, call, count);
    await expect(onceByKey(ctx, { ...call, body: { quantity: 2 } }, count)).rejects.toMatchObject({ code: "conflict", reason: "idempotency.key_reused" });
    expect(await onceByKey(ctx, call, count)).toEqual({ run: 1 });
  });
});

describe("a refusal", () => {
  it("is an answer: the same again, though the verb would go through by now, and nothing of it is kept", async () => {
    const call = aCall();
    const series = crypto.randomUUID();
    const first = await toldBy(
      onceByKey(ctx, call, async (ctx) => {
        await nextNumber(ctx.db, series, 1);
        return refuse();
      }),
    );
    expect(await toldBy(onceByKey(ctx, call, count))).toBe(first);
    expect(await ctx.db.select().from(counters).where(eq(counters.name, series))).toEqual([]);
    await expect(onceByKey(ctx, { ...call, body: "other" }, count)).rejects.toMatchObject({ reason: "idempotency.key_reused" });
    expect(runs).toBe(1);
  });

  it("is one for twins that run at once", async () => {
    const call = aCall();
    const told = await Promise.all(Array.from({ length: 4 }, () => toldBy(onceByKey(ctx, call, refuse))));
    expect(new Set(told).size).toBe(1);
    expect(await toldBy(onceByKey(ctx, call, refuse))).toBe(told[0]);
  });

  it.each<ErrorCode>(["unavailable", "unauthenticated", "forbidden"])("that is %s is not kept", async (code) => {
    const call = aCall();
    const fail = async () => {
      throw new DomainError(code, "test.not_now", "Not now.");
    };
    await expect(onceByKey(ctx, call, fail)).rejects.toMatchObject({ code });
    expect(await onceByKey(ctx, call, count)).toEqual({ run: 1 });
  });

  it("that says not now is not kept: the same key goes through a moment later", async () => {
    const call = aCall();
    const fail = async () => {
      throw notNow("test.busy", "Try again in a minute.");
    };
    await expect(onceByKey(ctx, call, fail)).rejects.toMatchObject({ code: "conflict", reason: "test.busy" });
    expect(await onceByKey(ctx, call, count)).toEqual({ run: 1 });
  });

  it("is not what an unknown error is", async () => {
    const call = aCall();
    const fail = async () => {
      throw new Error("no");
    };
    await expect(onceByKey(ctx, call, fail)).rejects.toThrow("no");
    expect(await onceByKey(ctx, call, count)).toEqual({ run: 1 });
  });

  it("gives way to a twin that went through", async () => {
    const call = aCall();
    await onceByKey(ctx, call, count);
    const late = new DomainError("conflict", "test.sold_out", "Sold out.");
    expect(await keepRefusal(ctx, call, late)).toEqual({ kind: "answered", answer: '{"run":1}' });
    expect(await readClaim(ctx, call)).toMatchObject({ kind: "answered" });
  });
});

describe("a key beside the input", () => {
  it("counts where the input brings none, and not for what the verb calls in its turn", async () => {
    const call = { procedure: "test.count", body: {} };
    const keyed = { ...ctx, idempotencyKey: crypto.randomUUID() };
    const twice = async (ctx: typeof keyed | TestContext | Parameters<Parameters<typeof onceByKey>[2]>[0]) => {
      await onceByKey(ctx, { procedure: "test.inner", body: 1 }, count);
      return onceByKey(ctx, { procedure: "test.inner", body: 2 }, count);
    };
    expect(await onceByKey(keyed, call, twice)).toEqual({ run: 2 });
    expect(await onceByKey(keyed, call, twice)).toEqual({ run: 2 });
    expect(await onceByKey(keyed, { ...call, key: crypto.randomUUID() }, count)).toEqual({ run: 3 });
  });

  it("and none at all runs every time", async () => {
    const call = { procedure: "test.count", key: undefined, body: {} };
    await onceByKey(ctx, call, count);
    expect(await onceByKey(ctx, call, count)).toEqual({ run: 2 });
  });
});

describe("a twin of a call that is still running", () => {
  it.runIf(dialect === "postgres")("waits for its answer without holding a connection", async () => {
    const call = aCall();
    let finish = (): void => {};
    const mayFinish = new Promise<void>((resolve) => (finish = resolve));
    const started = new Promise<void>((resolve) => {
      void onceByKey(ctx, call, async () => {
        resolve();
        await mayFinish;
        return count();
      });
    });
    await started;
    const twin = onceByKey(ctx, call, count);
    expect(await readClaim(ctx, call)).toEqual({ kind: "new" });
    finish();
    expect(await twin).toEqual({ run: 1 });
  });
});
