import { useDatabase } from "@cartwright/db/testing";
import { expect, it } from "vitest";
import { getOrder, listOrders } from "../src/orders/index.ts";
import { listReturns } from "../src/returns/index.ts";
import { expectPromises, makeContext } from "../src/testing/index.ts";
import { seedDemoShop } from "./index.ts";
import { seedOrders } from "./seed-orders.ts";

const database = useDatabase();

it("gives the demo customer an order on its way and one of which something came back, once", { timeout: 60_000 }, async () => {
  const ctx = makeContext(database.db);
  expect(await seedDemoShop(ctx, { hasPictures: false })).toBe(true);
  const seeded = await listOrders(ctx, { limit: 10 });
  expect(seeded.items).toMatchObject([{ status: "processing" }, { status: "delivered" }]);
  const [onItsWay, sentBack] = seeded.items.map((row) => String(row.number));
  expect(await getOrder(ctx, { order: onItsWay! })).toMatchObject({ fulfilmentStatus: "partial", shipments: [{ trackingUrl: expect.stringContaining("dhl") }] });
  expect(await getOrder(ctx, { order: sentBack! })).toMatchObject({ returnStatus: "partial", refunds: [{ state: "succeeded" }] });
  expect((await listReturns(ctx, { limit: 10 })).items).toMatchObject([{ status: "closed", refunded: { amountMinor: 720 } }]);
  await seedOrders(ctx);
  expect(await listOrders(ctx, { limit: 10 })).toEqual(seeded);
  await expectPromises(ctx);
});
