import { examineShop } from "../examine-shop.ts";
import { router, staff } from "../trpc.ts";

export const systemRouter = router({
  /** The state of server, database and migrations. Errors: `access.*`. */
  doctor: staff.query(({ ctx }) => examineShop(ctx)),
});
