import { examineShop } from "../examine-shop.ts";
import { router, staffWith } from "../trpc.ts";

export const systemRouter = router({
  /** The state of server, database and migrations. Errors: `access.*`. */
  doctor: staffWith("system.read").query(({ ctx }) => examineShop(ctx)),
});
