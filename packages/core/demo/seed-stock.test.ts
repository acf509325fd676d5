import { useDatabase } from "@cartwright/db/testing";
import { expect, it } from "vitest";
import { listCounts, listLocations, listStockAlerts, listTransfers } from "../src/inventory/index.ts";
import { expectPromises, makeContext } from "../src/testing/index.ts";
import { seedDemoShop } from "./index.ts";
import { seedStock } from "./seed-stock.ts";

const database = useDatabase();

it("gives the demo shop a second location, a count and a transfer on its way, once", { timeout: 60_000 }, async () => {
  const ctx = makeContext(database.db);
  expect(await seedDemoShop(ctx, { hasPictures: false })).toBe(true);
  const seeded = await listLocations(ctx);
  expect(seeded).toMatchObject([
    { code: "main", name: "The barn", inTransit: 0 },
    { code: "bell-street", onHand: 110, reserved: 0, inTransit: 50 },
  ]);
  expect((await listCounts(ctx, { limit: 10 })).items).toMatchObject([{ status: "posted", expected: 74, counted: 74, lineCount: 3 }]);
  expect((await listTransfers(ctx, { limit: 10 })).items).toMatchObject([{ status: "in_transit", number: 1 }]);
  expect((await listStockAlerts(ctx, { limit: 10 })).items).toMatchObject([{ available: 3 }]);
  await seedStock(ctx);
  expect(await listLocations(ctx)).toEqual(seeded);
  await expectPromises(ctx);
});
