import { archiveShippingMethod, createShippingMethod, listShippingMethodsForStaff, updateShippingMethod } from "@cartwright/core/shipping";
import { ArchiveShippingMethodInput, CreateShippingMethodInput, UpdateShippingMethodInput } from "@cartwright/core/shipping/schemas";
import { router, staffWith } from "../trpc.ts";

export const shippingRouter = router({
  /** Every way to send, wherever it goes. Errors: `access.*`. */
  list: staffWith("settings.read").query(({ ctx }) => listShippingMethodsForStaff(ctx.core)),
  /** A new way to send, in the shop's currency. Errors: `shipping_method.code_taken`, `access.*`. */
  create: staffWith("settings.write").input(CreateShippingMethodInput).mutation(({ ctx, input }) => createShippingMethod(ctx.core, input)),
  /** Changes what is given. Errors: `shipping_method.not_found`, `access.*`. */
  update: staffWith("settings.write").input(UpdateShippingMethodInput).mutation(({ ctx, input }) => updateShippingMethod(ctx.core, input)),
  /** Offers it no more; orders keep it. Errors: `shipping_method.not_found`, `access.*`. */
  archive: staffWith("settings.write").input(ArchiveShippingMethodInput).mutation(({ ctx, input }) => archiveShippingMethod(ctx.core, input)),
});
