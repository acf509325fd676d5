import { fillPlaces, prepared, reservations, type Db } from "@cartwright/db";
import { and, eq, sql, type SQL } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/** Units that somebody holds at one location. */
export type HeldUnits = Pick<typeof reservations.$inferSelect, "id" | "variantId" | "locationId" | "quantity">;

export interface TakeOver {
  fromId: string;
  /** The same as `fromId` to give an owner's holds a new end. */
  toId: string;
  /** Which order line each variant is for; none when a cart takes over. */
  lines?: readonly { variantId: string; orderLineId: string }[];
  /** Null while an order is being paid: then nothing takes its units. */
  expiresAt: Date | null;
}

/**
 * Hands over all that one owner holds to another: from a cart to its order, and back when it is declined. What had
 * run out and nobody needed is theirs again. Call it inside a transaction that holds the cart's lock or its order's.
 */
export async function takeOverHolds(ctx: Context, { fromId, toId, lines = [], expiresAt }: TakeOver): Promise<HeldUnits[]> {
  const variants = fillPlaces(lines.map((line) => line.variantId));
  const orderLines = fillPlaces(lines.map((line) => line.orderLineId));
  const count = lines.length === 0 ? 0 : variants.count;
  const renamed = Object.fromEntries(Object.entries(orderLines.values).map(([place, id]) => [`line${place}`, id]));
  const values = count === 0 ? {} : { ...variants.values, ...renamed };
  const key = `take over holds of ${count}`;
  return prepared(ctx, key, (db) => handOver(db, count).prepare(key)).execute({ fromId, toId, expiresAt, ...values });
}

function handOver(db: Db, count: number) {
  return db
    .update(reservations)
    .set({ ownerId: sql`${sql.placeholder("toId")}`, orderLineId: lineOf(count), expiresAt: sql`${sql.placeholder("expiresAt")}` })
    .where(and(eq(reservations.ownerId, sql.placeholder("fromId")), eq(reservations.status, "held")))
    .returning({ id: reservations.id, variantId: reservations.variantId, locationId: reservations.locationId, quantity: reservations.quantity });
}

function lineOf(count: number): SQL {
  if (count === 0) return sql`null`;
  const cases = Array.from({ length: count }, (_, i) => sql`when ${sql.placeholder(`id${i}`)} then ${sql.placeholder(`lineid${i}`)}`);
  return sql`case ${reservations.variantId} ${sql.join(cases, sql` `)} end`;
}
