import { stockLevels } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { inArray } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { getLevels, startCount } from "../inventory/index.ts";
import { anAdmin, as, createSellable, ensureLocation, makeContext, outsiders, type TestContext } from "../testing/index.ts";
import { adjustKnownStock, countKnownLines, receiveKnownStock, sendKnownTransfer, setKnownLevel } from "./index.ts";

const database = useDatabase();
let system: TestContext;
let admin: TestContext;

beforeEach(async () => {
  system = makeContext(database.db);
  admin = as(system, anAdmin());
  await ensureLocation(system, "main", 0);
  await ensureLocation(system, "town", 1);
});

/** Each verb, with the variants that it is done to. */
async function verbs(ctx: TestContext) {
  const location = undefined;
  const { id: count } = await startCount(admin, { location: "main" }).catch(() => ({ id: "1" }));
  return [
    (ids: string[]) => receiveKnownStock(ctx, { variantId: ids.at(-1)!, location, quantity: 1 }),
    (ids: string[]) => adjustKnownStock(ctx, { variantId: ids.at(-1)!, location, by: 1, reason: "found" }),
    (ids: string[]) => setKnownLevel(ctx, { variantId: ids.at(-1)!, location, lowStockThreshold: 5 }),
    (ids: string[]) => sendKnownTransfer(ctx, { from: "main", to: "town", lines: ids.map((variantId) => ({ variantId, quantity: 1 })) }),
    (ids: string[]) => countKnownLines(ctx, { count, lines: ids.map((variantId) => ({ variantId, counted: 3 })) }),
  ];
}

it("takes a variant that there is", async () => {
  const { variantId } = await createSellable(system, { stock: 10 });
  for (const verb of await verbs(admin)) await verb([variantId]);
  const { levels } = await getLevels(admin, { variantId });
  expect(levels.find(({ location }) => location.code === "main")).toMatchObject({ onHand: 11, lowStockThreshold: 5 });
});

it("refuses one that there is not, by its name, and nothing is written", async () => {
  const { variantId } = await createSellable(system);
  for (const verb of await verbs(admin)) {
    await expect(verb([variantId, "var_nobody"])).rejects.toMatchObject({
      code: "not_found",
      reason: "variant.not_found",
      message: expect.stringContaining("var_nobody") as string,
      details: { field: "variantId", variantIds: ["var_nobody"] },
    });
  }
  expect(await system.db.select().from(stockLevels).where(inArray(stockLevels.variantId, ["var_nobody"]))).toEqual([]);
});

it.each(outsiders)("refuses %s before it looks for the variant", async (_, actor) => {
  for (const verb of await verbs(as(system, actor()))) {
    await expect(verb(["var_nobody"])).rejects.toMatchObject({ code: expect.stringMatching(/unauthenticated|forbidden/) as string });
  }
});
