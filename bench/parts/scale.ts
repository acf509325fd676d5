import type { LoadGenerator } from "../load/load-generator.ts";
import type { Options } from "../options.ts";
import type { ScaleRow } from "../report/rows.ts";
import type { DatabaseSource } from "../run/database.ts";
import { measure, planFor } from "../run/measure.ts";
import { startShop } from "../run/servers.ts";
import { makeShop, type Shop } from "../shop/make-shop.ts";

const smallProducts = 1_000;
const cases = ["list", "category", "detail", "cart"];

/** The same calls in a small shop and in a large one, one connection each, in turn. */
export async function measureScale(
  databases: DatabaseSource,
  load: LoadGenerator,
  options: Options,
  say: (row: ScaleRow) => void,
): Promise<void> {
  console.error(`${databases.dialect}: filling shops with ${smallProducts} and ${options.manyProducts} products`);
  const shops = [
    await makeShop(await databases.create("small"), smallProducts),
    await makeShop(await databases.create("large"), options.manyProducts),
  ];
  const servers = [];
  try {
    for (const shop of shops) servers.push({ shop, server: await startShop(shop.database) });
    for (const name of cases) {
      const times = await inTurn(servers, load, { name, options });
      const [small = 0, large = 0] = times;
      const sizes = shops.map(({ facts }) => facts.products);
      say({
        part: "scale",
        dialect: databases.dialect,
        name,
        small: { products: sizes[0] ?? 0, p50Ms: small },
        large: { products: sizes[1] ?? 0, p50Ms: large },
        ratio: large / small,
      });
    }
  } finally {
    for (const { server } of servers) await server.stop();
  }
}

type Running = { shop: Shop; server: Awaited<ReturnType<typeof startShop>> };

/** The median time of a call in each shop; each has its own facts, so each is a plan of its own. */
async function inTurn(servers: readonly Running[], load: LoadGenerator, { name, options }: { name: string; options: Options }): Promise<number[]> {
  const rounds = servers.map((): number[] => []);
  for (let round = -1; round < options.rounds; round += 1) {
    for (const [i, { shop, server }] of servers.entries()) {
      const plan = { ...planFor(options, { name, shopFile: shop.file }), connections: 1, rounds: 1 };
      const [measured] = await measure(load, [{ target: "shop", server }], plan);
      if (measured && measured.failures > 0) throw new Error(`${name} failed ${measured.failures} times: ${measured.firstFailure ?? ""}`);
      // The first round warms up.
      if (measured && round >= 0) rounds[i]?.push(measured.p50Ms);
    }
  }
  return rounds.map((times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0);
}
