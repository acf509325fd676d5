import { adjustKnownStock, countKnownLines, receiveKnownStock, sendKnownTransfer, setKnownLevel } from "@cartwright/core/catalog";
import {
  archiveLocation,
  cancelCount,
  cancelTransfer,
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
  receiveTransfer,
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
import { router, shopper, staffWith } from "../trpc.ts";

export const inventoryRouter = router({
  /** Units that anybody could buy now. */
  getAvailability: shopper.input(GetAvailabilityInput).query(({ ctx, input }) => getAvailability(ctx.core, input)),
  /** What anybody could buy now of up to 100 variants, then each change, as it happens. Errors: `live.too_many_streams`, `live.stopping`. */
  watchAvailability: shopper.input(WatchAvailabilityInput).subscription(({ ctx, input, signal }) => watchAvailability(ctx, input, signal)),
  /** The levels of named variants, then each change; without names every level that changes. Errors: `location.not_found`, `live.too_long_ago`, `live.too_many_streams`, `live.stopping`, `access.*`. */
  watchLevels: staffWith("stock.read").input(WatchLevelsInput).subscription(({ ctx, input, signal }) => watchLevels(ctx, input, signal)),
  /** A variant's stock at every location. Errors: `access.*`. */
  getLevels: staffWith("stock.read").input(GetLevelsInput).query(({ ctx, input }) => getLevels(ctx.core, input)),
  /** Adds units that arrived. Errors: `variant.not_found`, `inventory.too_many_on_hand`, `location.not_found`, `idempotency.key_reused`, `access.*`. */
  receive: staffWith("stock.adjust").input(ReceiveStockInput).mutation(({ ctx, input }) => receiveKnownStock(ctx.core, input)),
  /** Corrects a level by a change or to a count. Errors: `variant.not_found`, `inventory.below_zero`, `inventory.too_many_on_hand`, `location.not_found`, `idempotency.key_reused`, `access.*`. */
  adjust: staffWith("stock.adjust").input(AdjustStockInput).mutation(({ ctx, input }) => adjustKnownStock(ctx.core, input)),
  /** A variant's ledger, newest first. Errors: `page.bad_cursor`, `access.*`. */
  listMovements: staffWith("stock.read").input(ListMovementsInput).query(({ ctx, input }) => listMovements(ctx.core, input)),
  /** Levels at or below their threshold, emptiest first. Errors: `page.bad_cursor`, `access.*`. */
  listLowStock: staffWith("stock.read").input(ListLowStockInput).query(({ ctx, input }) => listLowStock(ctx.core, input)),
  /** Levels that fell to their threshold: those that are low still, or all since a moment. Errors: `page.bad_cursor`, `access.*`. */
  listAlerts: staffWith("stock.read").input(ListStockAlertsInput).query(({ ctx, input }) => listStockAlerts(ctx.core, input)),
  /** From when on a variant is low at a location, and how many may be backordered. Errors: `variant.not_found`, `location.not_found`, `idempotency.key_reused`, `access.*`. */
  setLevel: staffWith("stock.adjust").input(SetLevelInput).mutation(({ ctx, input }) => setKnownLevel(ctx.core, input)),

  /** Every location with its units, in the order in which they serve. Errors: `access.*`. */
  listLocations: staffWith("stock.read").query(({ ctx }) => listLocations(ctx.core)),
  /** A new place that holds stock. Errors: `location.code_taken`, `idempotency.key_reused`, `access.*`. */
  createLocation: staffWith("stock.adjust").input(CreateLocationInput).mutation(({ ctx, input }) => createLocation(ctx.core, input)),
  /** Changes a location's name or its turn to serve. Errors: `location.not_found`, `idempotency.key_reused`, `access.*`. */
  updateLocation: staffWith("stock.adjust").input(UpdateLocationInput).mutation(({ ctx, input }) => updateLocation(ctx.core, input)),
  /** Closes an empty location. Errors: `location.not_empty`, `location.last`, `location.not_found`, `idempotency.key_reused`, `access.*`. */
  archiveLocation: staffWith("stock.adjust").input(ArchiveLocationInput).mutation(({ ctx, input }) => archiveLocation(ctx.core, input)),

  /** Units leave one location for another. Errors: `variant.not_found`, `inventory.insufficient_stock`, `transfer.same_location`, `location.not_found`, `idempotency.key_reused`, `access.*`. */
  sendTransfer: staffWith("stock.adjust").input(SendTransferInput).mutation(({ ctx, input }) => sendKnownTransfer(ctx.core, input)),
  /** Units arrive, or are lost. Errors: `inventory.too_many_on_hand`, `transfer.too_many`, `transfer.wrong_status`, `transfer.not_found`, `idempotency.key_reused`, `access.*`. */
  receiveTransfer: staffWith("stock.adjust").input(ReceiveTransferInput).mutation(({ ctx, input }) => receiveTransfer(ctx.core, input)),
  /** What is under way goes back. Errors: `transfer.wrong_status`, `transfer.not_found`, `idempotency.key_reused`, `access.*`. */
  cancelTransfer: staffWith("stock.adjust").input(TransferInput).mutation(({ ctx, input }) => cancelTransfer(ctx.core, input)),
  /** A transfer by number or id. Errors: `transfer.not_found`, `access.*`. */
  getTransfer: staffWith("stock.read").input(TransferInput).query(({ ctx, input }) => getTransfer(ctx.core, input)),
  /** Transfers, newest first. Errors: `page.bad_cursor`, `access.*`. */
  listTransfers: staffWith("stock.read").input(ListTransfersInput).query(({ ctx, input }) => listTransfers(ctx.core, input)),

  /** Begins to count a location. Errors: `stock_count.open_already`, `location.not_found`, `idempotency.key_reused`, `access.*`. */
  startCount: staffWith("stock.adjust").input(StartCountInput).mutation(({ ctx, input }) => startCount(ctx.core, input)),
  /** Enters what was counted. Errors: `variant.not_found`, `stock_count.wrong_status`, `stock_count.not_found`, `idempotency.key_reused`, `access.*`. */
  countLines: staffWith("stock.adjust").input(CountLinesInput).mutation(({ ctx, input }) => countKnownLines(ctx.core, input)),
  /** Makes the differences of a count adjustments. Errors: `inventory.too_many_on_hand`, `stock_count.wrong_status`, `stock_count.not_found`, `idempotency.key_reused`, `access.*`. */
  postCount: staffWith("stock.adjust").input(CountInput).mutation(({ ctx, input }) => postCount(ctx.core, input)),
  /** Gives a count up. Errors: `stock_count.wrong_status`, `stock_count.not_found`, `idempotency.key_reused`, `access.*`. */
  cancelCount: staffWith("stock.adjust").input(CountInput).mutation(({ ctx, input }) => cancelCount(ctx.core, input)),
  /** A count by number or id, with all its lines. Errors: `stock_count.not_found`, `access.*`. */
  getCount: staffWith("stock.read").input(CountInput).query(({ ctx, input }) => getCount(ctx.core, input)),
  /** Counts, newest first. Errors: `page.bad_cursor`, `access.*`. */
  listCounts: staffWith("stock.read").input(ListCountsInput).query(({ ctx, input }) => listCounts(ctx.core, input)),
});
