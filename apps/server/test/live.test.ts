import { createSellable, anAddress, ensureShipping, makeContext } from "@cartwright/core/testing";
import { testCards } from "@cartwright/core/payments/schemas";
import { useDatabase } from "@cartwright/db/testing";
import { expect, it } from "vitest";
import { News } from "./news.ts";
import { useServers, visitor } from "./process.ts";

const database = useDatabase();
const { start } = useServers(database);

const watchAt = (url: string, variantId: string) =>
  new News((signal) => fetch(`${url}/api/trpc/inventory.watchAvailability?input=${encodeURIComponent(JSON.stringify({ variantIds: [variantId] }))}`, { signal }));

async function sellable(stock: number): Promise<string> {
  const ctx = makeContext(database.db);
  await ensureShipping(ctx);
  return (await createSellable(ctx, { stock, priceMinor: 1_000 })).variantId;
}

it("a purchase at one server is told by the other", async () => {
  const variantId = await sellable(3);
  const [one, two] = await Promise.all([start(), start()]);
  const news = watchAt(one.url, variantId);
  expect((await news.next()).data).toEqual([{ variantId, available: 3 }]);
  const shopper = visitor(two.url);
  await shopper.mutate("cart.addLine", { variantId, quantity: 2 });
  await shopper.mutate("checkout.update", { email: "robin@example.com", shippingAddress: anAddress, shippingMethod: "standard" });
  const card = { number: testCards.approved };
  const placing = { idempotencyKey: crypto.randomUUID(), expectedTotalMinor: 2_490, paymentMethod: "test_card", card };
  expect(await shopper.mutate("checkout.place", placing)).toMatchObject({ status: 200 });
  expect(await news.until<{ available: number }>(({ available }) => available === 1)).toEqual([{ variantId, available: 1 }]);
  news.close();
});

it("a server that is told to stop ends its streams and does not wait for them", async () => {
  const variantId = await sellable(3);
  const server = await start();
  const streams = [watchAt(server.url, variantId), watchAt(server.url, variantId)];
  for (const news of streams) await news.next();
  server.child.kill("SIGTERM");
  for (const news of streams) expect((await news.next()).event).toBe("return");
  expect(await server.exited).toEqual({ code: 0, signal: null });
});

it("takes as many streams as the environment says, and as many again when they have gone", async () => {
  const variantId = await sellable(3);
  const { url } = await start({ LIVE_STREAMS: "5", LIVE_STREAMS_PER_VISITOR: "2" });
  const streams = [watchAt(url, variantId), watchAt(url, variantId)];
  for (const news of streams) await news.next();
  expect(await watchAt(url, variantId).next()).toMatchObject({ event: "serialized-error", data: { data: { reason: "live.too_many_streams" } } });
  for (const news of streams) news.close();
  await expect.poll(async () => {
    const news = watchAt(url, variantId);
    const { event } = await news.next();
    news.close();
    return event;
  }).toBe("message");
});
