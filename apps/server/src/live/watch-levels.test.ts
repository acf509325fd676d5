import { createAccount } from "@cartwright/core/accounts";
import { systemClock } from "@cartwright/core/kernel";
import { createSellable, ensureLocation, makeContext, stockAt } from "@cartwright/core/testing";
import { locations, stockLevels } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { and, eq } from "drizzle-orm";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { adminOf, testServer, type Browser } from "../../test/client.ts";
import { watch, type News } from "../../test/news.ts";

const used = useDatabase();
const context = () => makeContext(used.db);
let server: ReturnType<typeof testServer>;
let admin: Browser;
let open: News[] = [];

beforeAll(async () => {
  server = testServer(used.database);
  admin = await adminOf(server);
});
afterEach(() => {
  for (const news of open) news.close();
  open = [];
});

const watchLevels = (input: object = {}, browser = admin) => {
  const news = watch(browser, "inventory.watchLevels", input);
  open.push(news);
  return news;
};
const sellable = async (stock: number) => (await createSellable(context(), { stock })).variantId;
const receive = async (variantId: string, quantity: number, location?: string) =>
  expect(await admin.mutate("inventory.receive", { variantId, quantity, location })).toMatchObject({ status: 200 });

it("tells all levels of the named variants first, then those that change", async () => {
  const [one, two] = [await sellable(3), await sellable(7)];
  const news = watchLevels({ variantIds: [one, two] });
  expect((await news.next()).data).toMatchObject([{ variantId: one, onHand: 3 }, { variantId: two, onHand: 7 }]);
  await receive(two, 5);
  expect((await news.next()).data).toMatchObject([{ variantId: two, onHand: 12, available: 12, location: { code: "main" } }]);
});

it("follows one location when asked to", async () => {
  const variantId = await sellable(3);
  await stockAt(context(), variantId, await ensureLocation(context(), "annex", 5), 2);
  const news = watchLevels({ variantIds: [variantId], location: "annex" });
  expect((await news.next()).data).toMatchObject([{ onHand: 2, location: { code: "annex" } }]);
  await receive(variantId, 1, "main");
  await receive(variantId, 1, "annex");
  expect((await news.next()).data).toMatchObject([{ onHand: 3, location: { code: "annex" } }]);
});

it("without names tells every level that changes from now on, and where to go on", async () => {
  const [one, two] = [await sellable(3), await sellable(7)];
  const news = watchLevels();
  const first = await news.next();
  expect(first).toMatchObject({ data: [], id: expect.stringMatching(/^\d{4}-/) });
  await receive(one, 1);
  const [level] = await news.until<{ variantId: string; onHand: number }>(({ variantId }) => variantId === one);
  expect(level).toMatchObject({ variantId: one, onHand: 4 });
  news.close();
  await receive(two, 2);
  const again = watchLevels({ lastEventId: first.id });
  expect(await again.until<{ variantId: string }>(({ variantId }) => variantId === two)).toContainEqual(expect.objectContaining({ variantId: two, onHand: 9 }));
});

it("tells what was kept late, though others were kept before it", async () => {
  const [one, two] = [await sellable(3), await sellable(7)];
  const news = watchLevels();
  await news.next();
  await receive(one, 1);
  await news.until<{ variantId: string }>(({ variantId }) => variantId === one);
  const earlier = new Date(systemClock.now().getTime() - 5_000);
  await used.db.update(stockLevels).set({ onHand: 70, updatedAt: earlier }).where(eq(stockLevels.variantId, two));
  expect(await news.until<{ variantId: string }>(({ variantId }) => variantId === two)).toMatchObject([{ onHand: 70 }]);
});

it("ends with the reason when the location is none, or is archived meanwhile", async () => {
  const missing = { event: "serialized-error", data: { data: { code: "NOT_FOUND", httpStatus: 404, reason: "location.not_found" } } };
  expect(await watchLevels({ location: "nowhere" }).next()).toMatchObject(missing);
  const locationId = await ensureLocation(context(), "closing", 9);
  const news = watchLevels({ location: "closing" });
  await news.next();
  await used.db.update(locations).set({ archivedAt: new Date() }).where(and(eq(locations.id, locationId)));
  expect(await news.next()).toMatchObject(missing);
});

it.each(["inventory.watchLevels", "orders.watch"])("%s is for staff alone", async (path) => {
  const news = watch(server.browser(), path);
  expect(await news.next()).toMatchObject({ event: "serialized-error", data: { data: { code: "UNAUTHORIZED", reason: "access.sign_in_required" } } });
  const customer = server.browser();
  const [email, password] = [`${crypto.randomUUID()}@example.com`, "correct horse"];
  await createAccount(context(), { email, name: "Robin", password, role: "customer" });
  await customer.mutate("accounts.signIn", { email, password });
  expect(await watch(customer, path).next()).toMatchObject({ event: "serialized-error", data: { data: { code: "FORBIDDEN", reason: "access.not_allowed" } } });
});

it.each(["inventory.watchLevels", "orders.watch"])("%s ends when its reader has signed out", async (path) => {
  const strict = testServer(used.database, { recheckSeconds: 0 });
  const leaving = await adminOf(strict);
  const news = watch(leaving, path);
  open.push(news);
  await news.next();
  expect(await leaving.mutate("accounts.signOut", {})).toMatchObject({ status: 200 });
  expect(await news.next()).toMatchObject({ event: "serialized-error", data: { data: { code: "UNAUTHORIZED", httpStatus: 401, reason: "access.sign_in_required" } } });
  await vi.waitFor(() => expect(strict.parts.live.streams.size).toBe(0));
});
