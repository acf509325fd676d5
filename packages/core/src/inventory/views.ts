import type { locations, stockAlerts, stockMovements } from "@cartwright/db";
import type { MovementKind, StockCountStatus, TransferStatus } from "@cartwright/db/constants/inventory";
import type { loadLevels } from "./availability.ts";

export interface LocationRefView {
  id: string;
  code: string;
  name: string;
}

export interface LocationUnits {
  onHand: number;
  reserved: number;
  /** On their way to it by transfers. */
  inTransit: number;
}

export interface LocationView extends LocationRefView, LocationUnits {
  /** Lower serves first. */
  priority: number;
}

export interface LevelView {
  variantId: string;
  location: LocationRefView;
  onHand: number;
  reserved: number;
  /** On hand + backorder limit - reserved, never below 0. */
  available: number;
  backorderLimit: number;
  lowStockThreshold: number;
  /** Fewer are on hand than are promised, backorders included. */
  isShort: boolean;
  /** What is available is at or below the threshold. */
  isLow: boolean;
}

/** A level as it is after a change. */
export interface LevelChangeView extends LevelView {
  updatedAt: string;
}

export interface LevelsView {
  variantId: string;
  levels: LevelView[];
  onHand: number;
  reserved: number;
  available: number;
}

export interface MovementView {
  id: string;
  variantId: string;
  locationCode: string;
  kind: MovementKind;
  /** Signed: what was added to on hand. */
  quantity: number;
  reason: string | null;
  actor: string;
  reference: string | null;
  at: string;
}

export interface AvailabilityView {
  variantId: string;
  available: number;
}

export interface StockAlertView {
  id: string;
  variantId: string;
  location: LocationRefView;
  /** Both as they were when it was raised. */
  available: number;
  threshold: number;
  raisedAt: string;
  /** Null while the level is low. */
  clearedAt: string | null;
}

/** Units of a transfer: what was sent has arrived, is lost, or is in transit (or went back when it was cancelled). */
export interface TransferUnits {
  sent: number;
  received: number;
  lost: number;
  inTransit: number;
  returned: number;
}

export interface TransferRowView {
  id: string;
  number: number;
  from: LocationRefView;
  to: LocationRefView;
  status: TransferStatus;
  note: string | null;
  actor: string;
  sentAt: string;
  closedAt: string | null;
  units: TransferUnits;
}

export interface TransferView extends TransferRowView {
  lines: ({ variantId: string } & TransferUnits)[];
}

export interface StockCountRowView {
  id: string;
  number: number;
  location: LocationRefView;
  status: StockCountStatus;
  note: string | null;
  actor: string;
  startedAt: string;
  closedAt: string | null;
  /** Variants that were counted, and the sums of their units. */
  lineCount: number;
  expected: number;
  counted: number;
}

export interface StockCountLineView {
  variantId: string;
  /** On hand at the moment of counting. */
  expected: number;
  counted: number;
  /** Counted - expected. */
  difference: number;
  /** What was posted to the ledger; null before. Other than the difference where that would have gone below zero. */
  adjusted: number | null;
  countedAt: string;
}

export interface StockCountView extends StockCountRowView {
  /** By variant id. */
  lines: StockCountLineView[];
  /** What the posting could not do in full. */
  warnings: StockCountWarning[];
}

export interface StockCountWarning {
  reason: "inventory.below_zero";
  message: string;
  lines: StockCountLineView[];
}

type LevelRow = Awaited<ReturnType<typeof loadLevels>>[number];

export function levelView({ level, location }: LevelRow): LevelView {
  return {
    variantId: level.variantId,
    location: locationRefView(location),
    onHand: level.onHand,
    reserved: level.reserved,
    available: Math.max(0, level.onHand + level.backorderLimit - level.reserved),
    backorderLimit: level.backorderLimit,
    lowStockThreshold: level.lowStockThreshold,
    isShort: level.isShort,
    isLow: level.isLow,
  };
}

export function levelChangeView(row: LevelRow): LevelChangeView {
  return { ...levelView(row), updatedAt: row.level.updatedAt.toISOString() };
}

export function movementView(row: typeof stockMovements.$inferSelect, locationCode: string): MovementView {
  return {
    id: row.id,
    variantId: row.variantId,
    locationCode,
    kind: row.kind,
    quantity: row.quantity,
    reason: row.reason,
    actor: row.actor,
    reference: row.reference,
    at: row.at.toISOString(),
  };
}

type LocationRow = Pick<typeof locations.$inferSelect, "id" | "code" | "name" | "priority">;

export function locationRefView({ id, code, name }: LocationRefView): LocationRefView {
  return { id, code, name };
}

export function locationView(row: LocationRow, units: LocationUnits = { onHand: 0, reserved: 0, inTransit: 0 }): LocationView {
  return { ...locationRefView(row), priority: row.priority, ...units };
}

export function stockAlertView(row: typeof stockAlerts.$inferSelect, location: LocationRefView): StockAlertView {
  return {
    id: row.id,
    variantId: row.variantId,
    location: locationRefView(location),
    available: row.available,
    threshold: row.threshold,
    raisedAt: row.raisedAt.toISOString(),
    clearedAt: row.clearedAt?.toISOString() ?? null,
  };
}
