import { adjustStock, getAvailability, getLevels, listLowStock, listMovements, receiveStock } from "@cartwright/core/inventory";
import {
  AdjustStockInput,
  GetAvailabilityInput,
  GetLevelsInput,
  ListLowStockInput,
  ListMovementsInput,
  ReceiveStockInput,
} from "@cartwright/core/inventory/schemas";
import { router, shopper, staff } from "../trpc.ts";

export const inventoryRouter = router({
  /** Units that anybody could buy now. */
  getAvailability: shopper.input(GetAvailabilityInput).query(({ ctx, input }) => getAvailability(ctx.core, input)),
  /** A variant's stock at every location. Errors: `access.*`. */
  getLevels: staff.input(GetLevelsInput).query(({ ctx, input }) => getLevels(ctx.core, input)),
  /** Adds units that arrived. Errors: `variant.not_found`, `location.not_found`, `idempotency.key_reused`, `access.*`. */
  receive: staff.input(ReceiveStockInput).mutation(({ ctx, input }) => receiveStock(ctx.core, input)),
  /** Corrects a level by a change or to a count. Errors: `inventory.below_zero`, `location.not_found`, `idempotency.key_reused`, `access.*`. */
  adjust: staff.input(AdjustStockInput).mutation(({ ctx, input }) => adjustStock(ctx.core, input)),
  /** A variant's ledger, newest first. Errors: `page.bad_cursor`, `access.*`. */
  listMovements: staff.input(ListMovementsInput).query(({ ctx, input }) => listMovements(ctx.core, input)),
  /** Levels at or below their threshold, emptiest first. Errors: `page.bad_cursor`, `access.*`. */
  listLowStock: staff.input(ListLowStockInput).query(({ ctx, input }) => listLowStock(ctx.core, input)),
});
