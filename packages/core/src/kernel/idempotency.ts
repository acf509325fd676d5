import { idempotencyKeys, inTransaction, isAloneWith, prepared, type Db } from "@cartwright/db";
import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { createHash } from "node:crypto";
import { actorName, type Context } from "./context.ts";
import { DomainError, type ErrorCode, type ErrorDetails } from "./errors.ts";
import { isWithoutGuard } from "./fault-points.ts";
import { hashToken } from "./ids.ts";

/** A call that must have one effect: the key belongs to the actor and the procedure. */
export interface KeyedCall {
  procedure: string;
  key: string;
  /** Everything that was asked for; another body under the same key is refused. */
  body: unknown;
}

/** A call that ended: with an answer, or with a refusal that is thrown again. */
export type Ended = { kind: "answered"; answer: string } | { kind: "refused"; error: DomainError };

/**
 * What is known of a key when it is claimed. `running` names the subject that the first call works for, or null when
 * that call has written nothing yet that others can see.
 */
export type Claim = { kind: "new" } | { kind: "running"; subjectId: string | null } | Ended;

/**
 * Claims a key inside the running transaction, before anything else is done. It waits for nobody: a twin that is at
 * work is `running`, and the caller looks again a little later. A key is remembered for 14 days (a cart's for one), then
 * it may be used anew. Errors: `idempotency.key_reused` for another body under the same key.
 */
export async function claimKey(ctx: Context, call: KeyedCall, subjectId: string | null): Promise<Claim> {
  if (isWithoutGuard("idempotency_claim")) return { kind: "new" };
  const isClaimed = await insertKey(ctx, call, { subjectId, answer: null, isRefusal: false, answeredAt: null });
  if (isClaimed) return { kind: "new" };
  const claim = await readClaim(ctx, call);
  // Nothing to be seen of it: its transaction is still open.
  return claim.kind === "new" ? { kind: "running", subjectId: null } : claim;
}

/** What became of a key that was claimed before; `new` when nothing of it is to be seen. Errors: `idempotency.key_reused`. */
export async function readClaim(ctx: Context, call: KeyedCall): Promise<Claim> {
  const [row] = await ctx.db.select().from(idempotencyKeys).where(isKeyOf(ctx, call));
  if (!row) return { kind: "new" };
  if (row.bodyHash !== hashBody(call.body)) {
    throw new DomainError(
      "conflict",
      "idempotency.key_reused",
      "This idempotency key was used for something else. Use a new key for a new request.",
      { field: "idempotencyKey" },
    );
  }
  if (row.answer === null) return { kind: "running", subjectId: row.subjectId };
  return row.isRefusal ? { kind: "refused", error: revive(row.answer) } : { kind: "answered", answer: row.answer };
}

/** Stores the answer of every key that was claimed for the subject, in the transaction that made it. */
export async function answerKeys(ctx: Context, subjectId: string, answer: string): Promise<void> {
  await prepared(ctx, "answer keys", storeAnswer).execute({ answer, subjectId, now: ctx.clock.now() });
}

/** The same for one key that was claimed without a subject. */
export async function answerKey(ctx: Context, call: KeyedCall, answer: string): Promise<void> {
  await prepared(ctx, "answer key", storeOneAnswer).execute({ ...keyOf(ctx, call), answer, now: ctx.clock.now() });
}

/**
 * Keeps a refusal as its key's answer. Call it with what a keyed verb threw, after its transaction was rolled back, and
 * throw the error when the claim that comes back is `new`. Any other claim is a twin's, whose answer counts instead.
 * Errors of the server, of access, of the key itself and those that say "not now" are no answers: they are not kept, and the
 * claim is `new`.
 */
export async function keepRefusal(ctx: Context, call: KeyedCall, error: unknown): Promise<Claim> {
  if (!isAnswer(error) || isWithoutGuard("idempotency_claim")) return { kind: "new" };
  const { code, reason, message, details } = error;
  const answer = JSON.stringify({ code, reason, message, details } satisfies StoredRefusal);
  return inTransaction(ctx, async (ctx) => {
    const isKept = await insertKey(ctx, call, { subjectId: null, answer, isRefusal: true, answeredAt: ctx.clock.now() });
    if (isKept) return { kind: "new" };
    const claim = await readClaim(ctx, call);
    return claim.kind === "new" ? { kind: "running", subjectId: null } : claim;
  });
}

interface StoredRefusal {
  code: ErrorCode;
  reason: string;
  message: string;
  details: ErrorDetails;
}

/** Codes that say nothing of what was asked: the next try may end otherwise. */
const passing: readonly ErrorCode[] = ["unavailable", "unauthenticated", "forbidden"];

function isAnswer(error: unknown): error is DomainError {
  return error instanceof DomainError && !error.isPassing && !passing.includes(error.code) && !error.reason.startsWith("idempotency.");
}

function revive(answer: string): DomainError {
  // Only keepRefusal writes a refusal.
  const { code, reason, message, details } = JSON.parse(answer) as StoredRefusal;
  return new DomainError(code, reason, message, details);
}

function isKeyOf(ctx: Context, call: KeyedCall) {
  const { actor, procedure, key } = keyOf(ctx, call);
  return and(eq(idempotencyKeys.actor, actor), eq(idempotencyKeys.procedure, procedure), eq(idempotencyKeys.key, key));
}

function keyOf({ actor }: Context, { procedure, key }: KeyedCall) {
  const owner = actor.id === null && actor.cartToken ? `cart:${hashToken(actor.cartToken)}` : actorName(actor);
  return { actor: owner, procedure, key: hashToken(key) };
}

function hashBody(body: unknown): string {
  return createHash("sha256").update(JSON.stringify(body)).digest("hex");
}

type NewKey = Pick<typeof idempotencyKeys.$inferSelect, "subjectId" | "answer" | "isRefusal" | "answeredAt">;

/** Whether the key was free. It is not while a twin's transaction is open: nobody waits for its end here. */
async function insertKey(ctx: Context, call: KeyedCall, row: NewKey): Promise<boolean> {
  const values = { ...keyOf(ctx, call), ...row, bodyHash: hashBody(call.body), createdAt: ctx.clock.now() };
  const name = `${values.actor} ${values.procedure} ${values.key}`;
  return (await prepared(ctx, "insert key", insertFreeKey).execute({ ...values, name })).length > 0;
}

const insertFreeKey = (db: Db) => {
  const values = Object.keys(getTableColumns(idempotencyKeys)).map((name) => sql`${sql.placeholder(name)}`);
  return db
    .insert(idempotencyKeys)
    .select(sql`select ${sql.join(values, sql`, `)} where ${isAloneWith(sql.placeholder("name"))}`)
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
    .prepare("insert key");
};

const storeOneAnswer = (db: Db) =>
  db
    .update(idempotencyKeys)
    .set({ answer: sql`${sql.placeholder("answer")}`, answeredAt: sql`${sql.placeholder("now")}` })
    .where(
      and(
        eq(idempotencyKeys.actor, sql.placeholder("actor")),
        eq(idempotencyKeys.procedure, sql.placeholder("procedure")),
        eq(idempotencyKeys.key, sql.placeholder("key")),
      ),
    )
    .prepare("answer key");

const storeAnswer = (db: Db) =>
  db
    .update(idempotencyKeys)
    .set({ answer: sql`${sql.placeholder("answer")}`, answeredAt: sql`${sql.placeholder("now")}` })
    .where(eq(idempotencyKeys.subjectId, sql.placeholder("subjectId")))
    .prepare("answer keys");
