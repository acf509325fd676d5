import type { LoadGenerator } from "../load/load-generator.ts";
import type { Options } from "../options.ts";
import type { PastRow } from "../report/rows.ts";
import type { DatabaseSource } from "../run/database.ts";
import { measure, median, planFor, type Measured } from "../run/measure.ts";
import { startShop, type RunningServer } from "../run/servers.ts";
import { makeShop, type Shop } from "../shop/make-shop.ts";

const products = 1_000;

/** Placing in shops that differ in nothing but how much they have sold, one connection each, in turn. */
export async function measurePast(databases: DatabaseSource, load: LoadGenerator, options: Options, say: (row: PastRow) => void): Promise<void> {
  const shops: { orders: number; shop: Shop; server: RunningServer }[] = [];
  try {
    for (const orders of options.pastOrders) {
      console.error(`${databases.dialect}: filling a shop with ${orders} past orders`);
      const shop = await makeShop(await databases.create(`past_${orders}`), products, { pastOrders: orders });
      shops.push({ orders, shop, server: await startShop(shop.database) });
    }
    const rounds = shops.map((): Measured[] => []);
    // The first round warms up.
    for (let round = -1; round < options.rounds; round += 1) {
      for (const [i, { shop, server }] of shops.entries()) {
        const plan = { ...planFor(options, { name: "place", shopFile: shop.file }), connections: 1, rounds: 1 };
        const [measured] = await measure(load, [{ target: "shop", server }], plan);
        if (measured && round >= 0) rounds[i]?.push(measured);
      }
    }
    const results = rounds.map(summed);
    for (const [i, { orders }] of shops.entries()) {
      const [first, own] = [results[0], results[i]];
      if (first && own) say({ part: "past", dialect: databases.dialect, orders, ...own, ratio: own.p50Ms / first.p50Ms });
    }
  } finally {
    for (const { server } of shops) await server.stop();
  }
}

function summed(list: readonly Measured[]): Pick<PastRow, "p50Ms" | "p95Ms" | "othersCores" | "failures"> {
  return {
    p50Ms: median(list.map((each) => each.p50Ms)),
    p95Ms: median(list.map((each) => each.p95Ms)),
    othersCores: list.reduce((sum, each) => sum + each.othersCores, 0) / list.length,
    failures: list.reduce((sum, each) => sum + each.failures, 0),
  };
}
