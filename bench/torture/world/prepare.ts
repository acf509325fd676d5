import { createAccount } from "@cartwright/core/accounts";
import { createLocation } from "@cartwright/core/inventory";
import { loadShopSettings, saveShopSettings, systemActor, systemClock, type Context, type Ports } from "@cartwright/core/kernel";
import { connect, migrate } from "@cartwright/db";
import { openForBusiness } from "../../shop/fill-shop.ts";
import { customerAccount, staffAccount } from "./accounts.ts";

// Run as a process of its own, because a process speaks one dialect: DATABASE_URL names the empty database.
const url = process.env["DATABASE_URL"];
if (!url) throw new Error("DATABASE_URL is needed");
const database = await connect(url);
await migrate(database);
const ctx: Context = {
  db: database.db,
  actor: systemActor("torture"),
  clock: systemClock,
  // Nothing that is made here asks the outside world.
  ports: {} as Ports,
  shop: await loadShopSettings(database.db),
  requestId: null,
};
// A minute is a second of the run: holds run out while slow payments are under way.
await saveShopSettings(ctx, { ...ctx.shop, holdMinutes: 1, bankAccount: "the torture run" });
await openForBusiness(ctx);
await createLocation(ctx, { code: "annex", name: "Annex", priority: 1 });
await createAccount(ctx, { ...staffAccount, name: "Staff", role: "admin" });
for (const number of [1, 2]) await createAccount(ctx, { ...customerAccount(number), name: "Customer", role: "customer" });
await database.close();
