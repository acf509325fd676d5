import {
  adjustStock,
  archiveLocation,
  cancelCount,
  cancelTransfer,
  countLines,
  createLocation,
  getAvailability,
  getCount,
  getLevels,
  getTransfer,
  listCounts,
  listLocations,
  listLowStock,
  listMovements,
  listStockAlerts,
  listTransfers,
  postCount,
  receiveStock,
  receiveTransfer,
  sendTransfer,
  setLevel,
  startCount,
  updateLocation,
} from "@cartwright/core/inventory";
import {
  AdjustStockInput,
  ArchiveLocationInput,
  CountInput,
  CountLinesInput,
  CreateLocationInput,
  GetAvailabilityInput,
  GetLevelsInput,
  ListCountsInput,
  ListLowStockInput,
  ListMovementsInput,
  ListStockAlertsInput,
  ListTransfersInput,
  ReceiveStockInput,
  ReceiveTransferInput,
  SendTransferInput,
  SetLevelInput,
  StartCountInput,
  TransferInput,
  UpdateLocationInput,
  WatchAvailabilityInput,
  WatchLevelsInput,
} from "@cartwright/core/inventory/schemas";
import { watchAvailability } from "../live/watch-availability.ts";
import { watchLevels } from "../live/watch-levels.ts";
import { router, shopper, staff } from "../trpc.ts";

export const inventoryRouter = router({
  /** Units that anybody could buy now. */
  getAvailability: shopper.input(GetAvailabilityInput).query(({ ctx, input }) => getAvailability(ctx.core, input)),
  /** What anybody could buy now of up to 100 variants, then each change, as it happens. Errors: `live.too_many_streams`, `live.stopping`. */
  watchAvailability: shopper.input(WatchAvailabilityInput).subscription(({ ctx, input, signal }) => watchAvailability(ctx, input, signal)),
  /** The levels of named variants, then each change; without names every level that changes. Errors: `location.not_found`, `live.too_many_streams`, `live.stopping`, `access.*`. */
  watchLevels: staff.input(WatchLevelsInput).subscription(({ ctx, input, signal }) => watchLevels(ctx, input, signal)),
  /** A variant's stock at every location. Errors: `access.*`. */
  getLevels: staff.input(GetLevelsInput).query(({ ctx, input }) => getLevels(ctx.core, input)),
  /** Adds units that arrived. Errors: `location.not_found`, `idempotency.key_reused`, `access.*`. */
  receive: staff.input(ReceiveStockInput).mutation(({ ctx, input }) => receiveStock(ctx.core, input)),
  /** Corrects a level by a change or to a count. Errors: `inventory.below_zero`, `location.not_found`, `idempotency.key_reused`, `access.*`. */
  adjust: staff.input(AdjustStockInput).mutation(({ ctx, input }) => adjustStock(ctx.core, input)),
  /** A variant's ledger, newest first. Errors: `page.bad_cursor`, `access.*`. */
  listMovements: staff.input(ListMovementsInput).query(({ ctx, input }) => listMovements(ctx.core, input)),
  /** Levels at or below their threshold, emptiest first. Errors: `page.bad_cursor`, `access.*`. */
  listLowStock: staff.input(ListLowStockInput).query(({ ctx, input }) => listLowStock(ctx.core, input)),
  /** Levels that fell to their threshold: those that are low still, or all since a moment. Errors: `page.bad_cursor`, `access.*`. */
  listAlerts: staff.input(ListStockAlertsInput).query(({ ctx, input }) => listStockAlerts(ctx.core, input)),
  /** From when on a variant is low at a location, and how many may be backordered. Errors: `location.not_found`, `idempotency.key_reused`, `access.*`. */
  setLevel: staff.input(SetLevelInput).mutation(({ ctx, input }) => setLevel(ctx.core, input)),

  /** Every location with its units, in the order in which they serve. Errors: `access.*`. */
  listLocations: staff.query(({ ctx }) => listLocations(ctx.core)),
  /** A new place that holds stock. Errors: `location.code_taken`, `idempotency.key_reused`, `access.*`. */
  createLocation: staff.input(CreateLocationInput).mutation(({ ctx, input }) => createLocation(ctx.core, input)),
  /** Changes a location's name or its turn to serve. Errors: `location.not_found`, `idempotency.key_reused`, `access.*`. */
  updateLocation: staff.input(UpdateLocationInput).mutation(({ ctx, input }) => updateLocation(ctx.core, input)),
  /** Closes an empty location. Errors: `location.not_empty`, `location.last`, `location.not_found`, `idempotency.key_reused`, `access.*`. */
  archiveLocation: staff.input(ArchiveLocationInput).mutation(({ ctx, input }) => archiveLocation(ctx.core, input)),

  /** Units leave one location for another. Errors: `inventory.insufficient_stock`, `transfer.same_location`, `location.not_found`, `idempotency.key_reused`, `access.*`. */
  sendTransfer: staff.input(SendTransferInput).mutation(({ ctx, input }) => sendTransfer(ctx.core, input)),
  /** Units arrive, or are lost. Errors: `transfer.too_many`, `transfer.wrong_status`, `transfer.not_found`, `idempotency.key_reused`, `access.*`. */
  receiveTransfer: staff.input(ReceiveTransferInput).mutation(({ ctx, input }) => receiveTransfer(ctx.core, input)),
  /** What is under way goes back. Errors: `transfer.wrong_status`, `transfer.not_found`, `idempotency.key_reused`, `access.*`. */
  cancelTransfer: staff.input(TransferInput).mutation(({ ctx, input }) => cancelTransfer(ctx.core, input)),
  /** A transfer by number or id. Errors: `transfer.not_found`, `access.*`. */
  getTransfer: staff.input(TransferInput).query(({ ctx, input }) => getTransfer(ctx.core, input)),
  /** Transfers, newest first. Errors: `page.bad_cursor`, `access.*`. */
  listTransfers: staff.input(ListTransfersInput).query(({ ctx, input }) => listTransfers(ctx.core, input)),

  /** Begins to count a location. Errors: `stock_count.open_already`, `location.not_found`, `idempotency.key_reused`, `access.*`. */
  startCount: staff.input(StartCountInput).mutation(({ ctx, input }) => startCount(ctx.core, input)),
  /** Enters what was counted. Errors: `stock_count.wrong_status`, `stock_count.not_found`, `idempotency.key_reused`, `access.*`. */
  countLines: staff.input(CountLinesInput).mutation(({ ctx, input }) => countLines(ctx.core, input)),
  /** Makes the differences of a count adjustments. Errors: `stock_count.wrong_status`, `stock_count.not_found`, `idempotency.key_reused`, `access.*`. */
  postCount: staff.input(CountInput).mutation(({ ctx, input }) => postCount(ctx.core, input)),
  /** Gives a count up. Errors: `stock_count.wrong_status`, `stock_count.not_found`, `idempotency.key_reused`, `access.*`. */
  cancelCount: staff.input(CountInput).mutation(({ ctx, input }) => cancelCount(ctx.core, input)),
  /** A count by number or id, with all its lines. Errors: `stock_count.not_found`, `access.*`. */
  getCount: staff.input(CountInput).query(({ ctx, input }) => getCount(ctx.core, input)),
  /** Counts, newest first. Errors: `page.bad_cursor`, `access.*`. */
  listCounts: staff.input(ListCountsInput).query(({ ctx, input }) => listCounts(ctx.core, input)),
});
