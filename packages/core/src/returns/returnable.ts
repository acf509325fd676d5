import { returnDays } from "./schemas.ts";

const dayMilliseconds = 86_400_000;

export interface SentUnits {
  orderLineId: string;
  quantity: number;
  deliveredAt: Date | null;
}

export interface ReturnableFacts {
  lines: readonly { id: string; quantityShipped: number; quantityReturned: number }[];
  /** Every parcel's units, by line. */
  sent: readonly SentUnits[];
  /** Units that living returns still expect, by line. */
  expected: ReadonlyMap<string, number>;
  now: Date;
  /** Staff are not bound to the days after delivery. */
  isForStaff: boolean;
}

export interface Returnable {
  quantity: number;
  /** The last moment to ask; null while the last parcel is on its way, and for staff. */
  until: Date | null;
}

/** What may still be sent back of each line: units that have left, are not back or expected back, and arrived not too long ago. */
export function returnableUnits({ lines, sent, expected, now, isForStaff }: ReturnableFacts): Map<string, Returnable> {
  return new Map(
    lines.map((line) => {
      const parcels = sent.filter((one) => one.orderLineId === line.id).map((one) => ({ ...one, until: isForStaff ? null : endOf(one.deliveredAt) }));
      const inTime = parcels.filter(({ until }) => until === null || until >= now);
      const away = line.quantityShipped - line.quantityReturned - (expected.get(line.id) ?? 0);
      const quantity = Math.max(0, Math.min(away, inTime.reduce((sum, one) => sum + one.quantity, 0)));
      return [line.id, { quantity, until: latest(inTime.map((one) => one.until)) }];
    }),
  );
}

function endOf(deliveredAt: Date | null): Date | null {
  return deliveredAt && new Date(deliveredAt.getTime() + returnDays * dayMilliseconds);
}

function latest(ends: readonly (Date | null)[]): Date | null {
  return ends.reduce<Date | null>((last, end) => (end === null || last === null || end < last ? last : end), ends[0] ?? null);
}
