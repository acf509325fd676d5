import { idempotencyKeys, inTransaction, prepared, type Db } from "@cartwright/db";
import { and, eq, sql } from "drizzle-orm";
import { createHash } from "node:crypto";
import { actorName, type Context } from "./context.ts";
import { DomainError } from "./errors.ts";
import { hashToken } from "./ids.ts";

/** A call that must have one effect: the key belongs to the actor and the procedure. */
export interface KeyedCall {
  procedure: string;
  key: string;
  /** Everything that was asked for; another body under the same key is refused. */
  body: unknown;
}

/** What is known of a key when it is claimed. `running` names the subject the first call works for. */
export type Claim = { kind: "new" } | { kind: "running"; subjectId: string | null } | { kind: "answered"; answer: string };

/**
 * Claims a key inside the running transaction, before anything else is done. A twin on Postgres waits here
 * until the first commits. Errors: `idempotency.key_reused` for another body under the same key.
 */
export async function claimKey(ctx: Context, call: KeyedCall, subjectId: string | null): Promise<Claim> {
  const bodyHash = hashBody(call.body);
  const claimed = await prepared(ctx, "claim key", insertClaim).execute({ ...keyOf(ctx, call), bodyHash, subjectId, now: ctx.clock.now() });
  return claimed.length > 0 ? { kind: "new" } : readClaim(ctx, call);
}

/** What became of a key that was claimed before; `new` when it never was. Errors: `idempotency.key_reused`. */
export async function readClaim(ctx: Context, call: KeyedCall): Promise<Claim> {
  const { actor, procedure, key } = keyOf(ctx, call);
  const [row] = await ctx.db
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.actor, actor), eq(idempotencyKeys.procedure, procedure), eq(idempotencyKeys.key, key)));
  if (!row) return { kind: "new" };
  if (row.bodyHash !== hashBody(call.body)) {
    throw new DomainError(
      "conflict",
      "idempotency.key_reused",
      "This idempotency key was used for something else. Use a new key for a new request.",
      { field: "idempotencyKey" },
    );
  }
  return row.answer === null ? { kind: "running", subjectId: row.subjectId } : { kind: "answered", answer: row.answer };
}

/** Stores the answer of every key that was claimed for the subject, in the transaction that made it. */
export async function answerKeys(ctx: Context, subjectId: string, answer: string): Promise<void> {
  await prepared(ctx, "answer keys", storeAnswer).execute({ answer, subjectId, now: ctx.clock.now() });
}

/**
 * Runs a verb that lives in one transaction at most once a key: a repeat gets the first answer back.
 * Without a key it just runs. Errors: `idempotency.key_reused` and whatever the verb throws (which is not kept).
 */
export async function onceByKey<T>(
  ctx: Context,
  call: Omit<KeyedCall, "key"> & { key: string | undefined },
  verb: (ctx: Context) => Promise<T>,
): Promise<T> {
  return inTransaction(ctx, async (ctx) => {
    if (call.key === undefined) return verb(ctx);
    const keyed: KeyedCall = { ...call, key: call.key };
    const claim = await claimKey(ctx, keyed, null);
    // The claim and its answer commit together, so a claim that can be seen has its answer.
    if (claim.kind === "answered") return JSON.parse(claim.answer) as T;
    const result = await verb(ctx);
    const { actor, procedure, key } = keyOf(ctx, keyed);
    await ctx.db
      .update(idempotencyKeys)
      .set({ answer: JSON.stringify(result), answeredAt: ctx.clock.now() })
      .where(and(eq(idempotencyKeys.actor, actor), eq(idempotencyKeys.procedure, procedure), eq(idempotencyKeys.key, key)));
    return result;
  });
}

function keyOf(ctx: Context, call: KeyedCall) {
  const { actor } = ctx;
  const owner = actor.id === null && actor.cartToken ? `cart:${hashToken(actor.cartToken)}` : actorName(actor);
  return { actor: owner, procedure: call.procedure, key: hashToken(call.key) };
}

function hashBody(body: unknown): string {
  return createHash("sha256").update(JSON.stringify(body)).digest("hex");
}

const insertClaim = (db: Db) =>
  db
    .insert(idempotencyKeys)
    .values({
      actor: sql.placeholder("actor"),
      procedure: sql.placeholder("procedure"),
      key: sql.placeholder("key"),
      bodyHash: sql.placeholder("bodyHash"),
      subjectId: sql.placeholder("subjectId"),
      createdAt: sql.placeholder("now"),
    })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
    .prepare("claim key");

const storeAnswer = (db: Db) =>
  db
    .update(idempotencyKeys)
    .set({ answer: sql`${sql.placeholder("answer")}`, answeredAt: sql`${sql.placeholder("now")}` })
    .where(eq(idempotencyKeys.subjectId, sql.placeholder("subjectId")))
    .prepare("answer keys");
