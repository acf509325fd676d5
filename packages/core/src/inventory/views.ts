import type { stockMovements } from "@cartwright/db";
import type { MovementKind } from "@cartwright/db/constants/inventory";
import type { loadLevels } from "./availability.ts";

export interface LevelView {
  variantId: string;
  location: { id: string; code: string; name: string };
  onHand: number;
  reserved: number;
  /** On hand + backorder limit - reserved, never below 0. */
  available: number;
  backorderLimit: number;
  lowStockThreshold: number;
  isShort: boolean;
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

type LevelRow = Awaited<ReturnType<typeof loadLevels>>[number];

export function levelView({ level, location }: LevelRow): LevelView {
  return {
    variantId: level.variantId,
    location: { id: location.id, code: location.code, name: location.name },
    onHand: level.onHand,
    reserved: level.reserved,
    available: Math.max(0, level.onHand + level.backorderLimit - level.reserved),
    backorderLimit: level.backorderLimit,
    lowStockThreshold: level.lowStockThreshold,
    isShort: level.isShort,
  };
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
